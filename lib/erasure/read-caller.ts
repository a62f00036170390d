import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/base/errors";
import { callerHash } from "@/lib/call/caller-hash";
import { parseCaller } from "@/lib/call/domain/caller";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { CALLER_SENTENCE } from "./contract";
import { identifyingDigits } from "./domain/number-digits";
import { writtenForms } from "./domain/written-forms";
import type { Trace } from "./sql/erase-caller";
import { hasCallOfCaller } from "./sql/find-erasable";

export type SoughtCaller = Trace & { readonly hash: Uint8Array<ArrayBuffer> };

/**
 * A number with + also matches calls that store it without. A number without + could be from any country, so it matches
 * calls with exactly that text. Throws `Invalid` if no call could have the number.
 */
export async function readCaller({ company }: Pick<Context, "company">, text: string): Promise<SoughtCaller> {
  const caller = parseCaller(text);
  if (!caller) throw new Invalid({ caller: CALLER_SENTENCE });
  const hash = callerHash(company.id, caller);
  if (!caller.startsWith("+") && !(await readInCompanySql(company.id, (tx) => hasCallOfCaller(tx, hash)))) {
    throw new Invalid({ caller: `No calls found from ${caller}. ${CALLER_SENTENCE}` });
  }
  const hashes = writtenForms(caller).map((form) => callerHash(company.id, form));
  return { hash, hashes, digits: identifyingDigits(caller) };
}
