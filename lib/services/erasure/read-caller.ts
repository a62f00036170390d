import { Invalid } from "@/lib/base/errors";
import type { Trace } from "@/lib/db/erasure/erase-caller";
import { hasCallOfCaller } from "@/lib/db/erasure/find-erasable";
import { parseCaller } from "@/lib/domain/call/caller";
import { tellingDigits } from "@/lib/domain/erasure/number-digits";
import { writtenForms } from "@/lib/domain/erasure/written-forms";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { callerHash } from "../call/caller-hash";
import type { Context } from "../context";

export type SoughtCaller = Trace & { readonly hash: Uint8Array<ArrayBuffer> };

const SENTENCE = "Write a phone number with its country code and a +, such as +13035550142.";

/**
 * With + a number is also found on calls that came without it. Without, it could be one of any country: it is only taken
 * where calls came from that very text. Throws `Invalid` for what is no number that calls could have come from.
 */
export async function readCaller({ company }: Pick<Context, "company">, text: string): Promise<SoughtCaller> {
  const caller = parseCaller(text);
  if (!caller) throw new Invalid({ caller: SENTENCE });
  const hash = callerHash(company.id, caller);
  if (!caller.startsWith("+") && !(await readInCompanySql(company.id, (tx) => hasCallOfCaller(tx, hash)))) {
    throw new Invalid({ caller: `No call came from ${caller} written like this. ${SENTENCE}` });
  }
  const hashes = writtenForms(caller).map((form) => callerHash(company.id, form));
  return { hash, hashes, digits: tellingDigits(caller) };
}
