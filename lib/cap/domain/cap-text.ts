import { formatMoney } from "@/lib/base/money";
import type { Cap, Measure, Span } from "./cap";

const SPAN_TEXT: Record<Span, string> = {
  hour: "per hour",
  day: "per day",
  month: "per month",
  total: "in total",
  now: "at once",
};

type Named = Pick<Cap, "measure" | "span">;

const COUNTED: Record<Exclude<Measure, "revenue">, string> = {
  conversions: "conversion",
  attempts: "call",
  connections: "connected call",
  concurrency: "call",
};

/**
 * "cap of 50 conversions per day". A cap on money without its amount, which not everybody may read: "cap on revenue per
 * day".
 */
export function capName({ measure, span, limit, side }: Named & Pick<Cap, "limit" | "side">): string {
  if (measure === "revenue") return `cap on ${moneyWord(side)} ${SPAN_TEXT[span]}`;
  return `cap of ${limit} ${countedText(measure, limit)} ${SPAN_TEXT[span]}`;
}

/** "50 conversions per day", "500.00 revenue per day" */
export function capText(cap: Named & Pick<Cap, "limit" | "side">, decimals: number): string {
  const { measure, span, side } = cap;
  const amount = limitText(cap, decimals);
  return `${amount} ${measure === "revenue" ? moneyWord(side) : countedText(measure, cap.limit)} ${SPAN_TEXT[span]}`;
}

function countedText(measure: Exclude<Measure, "revenue">, limit: bigint): string {
  return `${COUNTED[measure]}${limit === 1n ? "" : "s"}`;
}

/** "conversions per day", "payout per month": what a cap counts, in the plural. Unknown words show their own name. */
export function countedPerSpan(measure: string, span: string, side: Cap["side"]): string {
  const counted: Readonly<Record<string, string>> = COUNTED;
  const spans: Readonly<Record<string, string>> = SPAN_TEXT;
  const name = measure === "revenue" ? moneyWord(side) : `${counted[measure] ?? measure}s`;
  return `${name} ${spans[span] ?? `per ${span}`}`;
}

/** Counts as digits, amounts with decimals. */
export function limitText({ measure, limit }: Pick<Cap, "measure" | "limit">, decimals: number): string {
  return measure === "revenue" ? formatMoney(limit, decimals) : limit.toString();
}

export function moneyWord(side: Cap["side"]): "revenue" | "payout" {
  return side === "buyer" ? "revenue" : "payout";
}
