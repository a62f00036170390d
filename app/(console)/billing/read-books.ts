import { notFound } from "next/navigation";
import { Forbidden, NotFound } from "@/lib/base/errors";

type Read<Value> =
  | { readonly value: Value; readonly needs?: never }
  | { readonly value?: never; readonly needs: string };

/** What was read for a page of billing, or the permission that is missing; the page of what is missing where there is none. */
export async function readBooks<Value>(read: () => Promise<Value>): Promise<Read<Value>> {
  try {
    return { value: await read() };
  } catch (reason) {
    if (reason instanceof Forbidden) return { needs: reason.permission };
    if (reason instanceof NotFound) notFound();
    throw reason;
  }
}
