import { parseCaller } from "@/lib/domain/call/caller";
import { Invalid } from "@/lib/domain/errors";
import { callerHash } from "../call/caller-hash";
import type { Context } from "../context";

export type SoughtCaller = { readonly hash: Uint8Array<ArrayBuffer>; readonly digits: string };

/** As many as tell a number from others, and stand in it also without its country code. */
const DIGITS = 10;

/** Throws `Invalid` for what is no number that calls could have come from. */
export function readCaller({ company }: Pick<Context, "company">, text: string): SoughtCaller {
  const caller = parseCaller(text);
  if (!caller) throw new Invalid({ caller: "Write a phone number with its country code, such as +13035550142." });
  return { hash: callerHash(company.id, caller), digits: caller.replace(/\D/g, "").slice(-DIGITS) };
}
