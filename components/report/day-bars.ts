import type { BillingDay } from "@/lib/report/contract";

export type Part = { readonly what: "payout" | "margin" | "loss"; readonly from: number; readonly to: number };
export type DayBar = { readonly day: BillingDay; readonly parts: readonly Part[] };

/** For drawing only: amounts become numbers here and nowhere else. */
export type DayBars = { readonly bars: readonly DayBar[]; readonly lowest: number; readonly highest: number };

/** Revenue is payout plus margin; the part of the payout above revenue is a loss. */
export function dayBars(days: readonly BillingDay[]): DayBars {
  const bars = days.map((day) => ({ day, parts: partsOf(Number(day.revenue ?? 0), Number(day.payout ?? 0)) }));
  const edges = bars.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to]));
  return { bars, lowest: Math.min(0, ...edges), highest: Math.max(0, ...edges) || 1 };
}

function partsOf(revenue: number, payout: number): Part[] {
  const parts: Part[] =
    revenue < payout
      ? [
          { what: "payout", from: 0, to: Math.min(payout, Math.max(revenue, 0)) },
          { what: "loss", from: Math.min(revenue, 0), to: 0 },
          { what: "loss", from: Math.max(revenue, 0), to: Math.max(payout, 0) },
        ]
      : [
          { what: "payout", from: 0, to: payout },
          { what: "margin", from: Math.max(payout, 0), to: Math.max(revenue, 0) },
          { what: "loss", from: Math.min(revenue, 0), to: 0 },
        ];
  return parts.filter(({ from, to }) => from !== to);
}
