import { hasCallOfCaller } from "@/lib/db/erasure/find-erasable";
import { inCompanySql } from "@/lib/db/in-company";
import { parseCaller } from "@/lib/domain/call/caller";
import { Invalid } from "@/lib/domain/errors";
import { callerHash } from "../call/caller-hash";
import type { Context } from "../context";

export type SoughtCaller = { readonly hash: Uint8Array<ArrayBuffer>; readonly digits: string };

/** As many as tell a number from others, and stand in it also without its country code. */
const DIGITS = 10;

const SENTENCE = "Write a phone number with its country code and a +, such as +13035550142.";

/**
 * Without + a number is another one, or none, to the calls that hold it with its country: it is only taken where calls came
 * from that very text. Throws `Invalid` for what is no number that calls could have come from.
 */
export async function readCaller({ company }: Pick<Context, "company">, text: string): Promise<SoughtCaller> {
  const caller = parseCaller(text);
  if (!caller) throw new Invalid({ caller: SENTENCE });
  const hash = callerHash(company.id, caller);
  if (!caller.startsWith("+") && !(await inCompanySql(company.id, (tx) => hasCallOfCaller(tx, hash)))) {
    throw new Invalid({ caller: `No call came from ${caller} written like this. ${SENTENCE}` });
  }
  return { hash, digits: caller.replace(/\D/g, "").slice(-DIGITS) };
}
