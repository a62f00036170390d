import { parseMoney } from "@/lib/base/money";
import { type Call, ConversionUpdate } from "@/lib/call/contract/call";
import { type CallForm, fieldOf, updateOf } from "./call-form";

export type FieldErrors = Partial<Record<keyof CallForm, string>>;

/** What is wrong with the edits before they are sent: by the contract's own schema, on what would be sent. */
export function fieldErrors(call: Call, values: CallForm, decimals: number): FieldErrors {
  const update = updateOf(call, values);
  if (!update) return {};
  return { ...decimalErrors(update, call.currency, decimals), ...schemaErrors(update) };
}

function schemaErrors(update: object): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of ConversionUpdate.safeParse(update).error?.issues ?? []) {
    const field = fieldOf(String(issue.path[0]));
    if (field) errors[field] ??= issue.message;
  }
  return errors;
}

function decimalErrors(update: { revenue?: string; payout?: string }, currency: string, decimals: number): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of ["revenue", "payout"] as const) {
    const text = update[field];
    if (text === undefined || parseMoney(text, decimals) !== null) continue;
    errors[field] = decimals === 0 ? `${currency} has no decimals.` : `${currency} has at most ${decimals} decimals.`;
  }
  return errors;
}
