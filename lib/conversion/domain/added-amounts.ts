import type { FieldErrors } from "@/lib/base/errors";
import { formatMoney, maximumMoney } from "@/lib/base/money";
import { type CallState, isStated, SIDES, type Side } from "@/lib/call/domain/call-state";
import type { SideUpdate, Update } from "./command";

const FIELD = { buyer: "add_revenue", offer: "add_payout" } as const;
const AMOUNT = { buyer: "revenue", offer: "payout" } as const;

export const addsAmounts = (update: Update): boolean => SIDES.some((side) => update[side]?.addMinor !== undefined);

/** The update without its additions. */
export function withoutAdditions(update: Update): Update {
  const { buyer, offer, ...others } = update;
  return {
    ...others,
    ...(buyer && { buyer: withoutAddition(buyer) }),
    ...(offer && { offer: withoutAddition(offer) }),
  };
}

function withoutAddition({ addMinor: _, ...others }: SideUpdate): SideUpdate {
  return others;
}

export type Added =
  | { readonly ok: true; readonly update: Update }
  | { readonly ok: false; readonly errors: FieldErrors };

/**
 * The update with the sums in place of its additions. `standing` is the call after the rest of the update: an update that
 * converts adds to the price. An unconverted side without a stated amount has no amount to add to. Of sides in `held`, which
 * wait in the inbox, the addition stays.
 */
export function withSums(update: Update, standing: CallState, held: readonly Side[], decimals: number): Added {
  const errors: Record<string, string> = {};
  const sums: Partial<Record<Side, SideUpdate>> = {};
  for (const side of SIDES) {
    const { addMinor, ...named } = update[side] ?? {};
    if (addMinor === undefined || held.includes(side)) continue;
    const sum = standing[side].amountMinor + addMinor;
    const error = sumError(standing, side, sum, decimals);
    if (error === null) sums[side] = { ...named, amountMinor: sum };
    else errors[FIELD[side]] = error;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, update: { ...update, ...sums } };
}

function sumError(standing: CallState, side: Side, sum: bigint, decimals: number): string | null {
  const { converted, amountMinor } = standing[side];
  const amount = AMOUNT[side];
  if (!converted && !isStated(standing[side])) {
    return `The call isn’t converted on this side and has no stated ${amount} to add to. Send ${amount} instead.`;
  }
  const stands = `The ${amount} is ${formatMoney(amountMinor, decimals)}`;
  if (sum < 0n) return `${stands}, so subtracting this would make it negative. Subtract less.`;
  return sum > maximumMoney(decimals) ? `${stands}, so adding this would exceed the largest amount. Add less.` : null;
}
