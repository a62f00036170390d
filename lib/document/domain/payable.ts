import { addDays } from "@/lib/base/day";

export type Earnings = {
  /** All valid payouts, with adjustments and opening balance. */
  readonly earnedMinor: bigint;
  /** Payouts still on hold. */
  readonly heldMinor: bigint;
  /** Payments less refunds. */
  readonly paidMinor: bigint;
};

export type Payable = Earnings & {
  /** Earned, released and not paid; negative if overpaid. */
  readonly releasedMinor: bigint;
  /** What to pay now. */
  readonly payableMinor: bigint;
  /** Why nothing is payable; null if something is. */
  readonly why: "nothing_earned" | "on_hold" | "below_minimum" | "paid_ahead" | "all_paid" | null;
};

/** Amounts below the minimum are not paid. */
export function payableOf(earnings: Earnings, minimumPaymentMinor: bigint): Payable {
  const { earnedMinor, heldMinor, paidMinor } = earnings;
  const releasedMinor = earnedMinor - heldMinor - paidMinor;
  const why = reasonFor(earnings, releasedMinor, minimumPaymentMinor);
  return { ...earnings, releasedMinor, payableMinor: why === null ? releasedMinor : 0n, why };
}

function reasonFor({ earnedMinor, heldMinor, paidMinor }: Earnings, releasedMinor: bigint, minimum: bigint) {
  if (releasedMinor > 0n) return releasedMinor < minimum ? "below_minimum" : null;
  if (releasedMinor < 0n) return "paid_ahead";
  if (heldMinor > 0n) return "on_hold";
  return earnedMinor === 0n && paidMinor === 0n ? "nothing_earned" : "all_paid";
}

/** The first day on hold: a payout is released that many days after its booking day. */
export function heldSince(today: string, holdDays: number): string {
  return addDays(today, 1 - holdDays);
}

/** First days of months in the range. */
export function firstDaysBetween(from: string, through: string): string[] {
  const days: string[] = [];
  for (let day = monthStart(from); day <= through; day = monthStart(addDays(day, 31))) if (day >= from) days.push(day);
  return days;
}

const monthStart = (day: string) => `${day.slice(0, 7)}-01`;
