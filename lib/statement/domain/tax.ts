import { shareOf } from "@/lib/base/percent";
import { amountOf, type Sum } from "./sums";
import type { TaxRate } from "./tax-rate";

/** Offsets in a cycle of an earlier statement that was taxed at other rates. */
export type TakenBack = {
  /** The number of that statement. */
  readonly statement: number;
  readonly rates: readonly TaxRate[];
  /** Below 0: credits or clawbacks. */
  readonly netMinor: bigint;
};

export type TaxAmount = TaxRate & {
  readonly netMinor: bigint;
  readonly amountMinor: bigint;
  /** The statement whose tax is given back; null for tax at the rates in force. */
  readonly takesBack: number | null;
};

const TAXED: ReadonlySet<string> = new Set(["charge", "credit", "payout", "clawback"]);

/**
 * Taxes on the amounts of calls. Offsets of an earlier statement use its rates, everything else the rates in force. A
 * negative amount reverses tax, with the same rounding.
 */
export function taxesOn(
  lines: readonly Sum[],
  inForce: readonly TaxRate[],
  takenBack: readonly TakenBack[] = [],
): TaxAmount[] {
  const elsewhere = takenBack.reduce((sum, { netMinor }) => sum + netMinor, 0n);
  return [
    ...taxed(amountOf(lines, TAXED) - elsewhere, inForce, null),
    ...takenBack.flatMap(({ statement, rates, netMinor }) => taxed(netMinor, rates, statement)),
  ];
}

function taxed(netMinor: bigint, rates: readonly TaxRate[], takesBack: number | null): TaxAmount[] {
  return rates.map((rate) => ({ ...rate, netMinor, amountMinor: share(netMinor, rate.millionths), takesBack }));
}

function share(netMinor: bigint, millionths: number): bigint {
  return netMinor < 0n ? -shareOf(-netMinor, millionths) : shareOf(netMinor, millionths);
}
