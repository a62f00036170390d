import type { Context } from "@/lib/access/context";
import { readBooks } from "./books/read-books";

/** Posted entries of a call, one line each: version, kind, minor units. */
export async function entriesOf({ company }: Context, callId: number): Promise<string[]> {
  const { entries } = await readBooks(company);
  const own = entries.filter(({ source, number }) => source === "call" && Number(number) === callId);
  return own.map(({ version, kind, amountMinor }) => `${version} ${kind} ${amountMinor}`).sort();
}
