import { wrongFields } from "@/components/form/wrong-fields";
import { moneyText } from "@/components/ui/money-text";
import { formatMoney, parseMoney } from "@/lib/base/money";
import { type Call, ConversionUpdate } from "@/lib/call/contract/call";
import { type CallForm, fieldOf, updateOf } from "./call-form";

export type FieldErrors = Partial<Record<keyof CallForm, string>>;

/** Validates the request that would be sent with the contract's schema. */
export function fieldErrors(call: Call, values: CallForm, decimals: number): FieldErrors {
  const update = updateOf(call, values);
  if (!update) return {};
  const wrong = wrongFields(values, { contract: ConversionUpdate, request: update, fieldOf });
  return { ...wrong, ...amountErrors(update, call.currency, decimals) };
}

/** The contract's message is for API clients; form fields also take thousands separators. */
function amountErrors(update: { revenue?: string; payout?: string }, currency: string, decimals: number): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of ["revenue", "payout"] as const) {
    const text = update[field];
    if (text === undefined || parseMoney(text, decimals) !== null) continue;
    errors[field] = amountSentence(text, currency, decimals);
  }
  return errors;
}

function amountSentence(text: string, currency: string, decimals: number): string {
  const shown = (minor: bigint) => moneyText(formatMoney(minor, decimals));
  const one = 10n ** BigInt(decimals);
  if (text === "") return `Enter an amount, or ${shown(0n)} for none.`;
  const isTooFine = /^\d{1,9}\.(\d+)$/.test(text);
  if (isTooFine)
    return decimals === 0 ? `${currency} has no decimals.` : `${currency} has at most ${decimals} decimals.`;
  return `Enter an amount such as ${shown(1250n * one)}: no sign, at most ${shown(10n ** 9n * one - 1n)}.`;
}
