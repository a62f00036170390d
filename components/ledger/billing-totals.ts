import { formatMoney, parseMoney } from "@/lib/base/money";
import type { Billing } from "@/lib/ledger/contract/billing";

/** Signed decimal texts. */
export type TotalsLine = { readonly buyerOwes: string; readonly sourceEarned: string; readonly profit: string };
export type BillingTotals = { readonly posted: TotalsLine; readonly afterNextRollup: TotalsLine | null };

const SIGNS: Readonly<Record<string, { side: "buyer" | "source"; sign: 1n | -1n }>> = {
  charge: { side: "buyer", sign: 1n },
  credit: { side: "buyer", sign: -1n },
  payout: { side: "source", sign: 1n },
  clawback: { side: "source", sign: -1n },
};

/** Totals now and after the next rollup; null when the role can't read all amounts. */
export function billingTotals({ totals, pending }: Billing, decimals: number): BillingTotals | null {
  if (!totals) return null;
  const posted = { buyer: minor(totals.net_revenue, decimals), source: minor(totals.net_payout, decimals) };
  const next = { ...posted };
  for (const { kind, amount } of pending) {
    const effect = SIGNS[kind];
    if (effect && amount !== undefined) next[effect.side] += effect.sign * minor(amount, decimals);
  }
  return {
    posted: line(posted, decimals),
    afterNextRollup: pending.length === 0 ? null : line(next, decimals),
  };
}

function line({ buyer, source }: { buyer: bigint; source: bigint }, decimals: number): TotalsLine {
  return {
    buyerOwes: formatMoney(buyer, decimals),
    sourceEarned: formatMoney(source, decimals),
    profit: formatMoney(buyer - source, decimals),
  };
}

function minor(text: string, decimals: number): bigint {
  const isNegative = text.startsWith("-");
  const amount = parseMoney(isNegative ? text.slice(1) : text, decimals) ?? 0n;
  return isNegative ? -amount : amount;
}
