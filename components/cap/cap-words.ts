import type { CapKind } from "@/lib/cap/client";
import type { CapUse } from "@/lib/cap/contract";
import { countedPerSpan } from "@/lib/cap/domain/cap-text";

type Named = Pick<CapUse, "measure" | "span">;

/** "Conversions per day", "Payout per month" */
export function capTitle({ measure, span }: Named, kind: CapKind): string {
  const counted = countedPerSpan(measure, span, kind === "buyers" ? "buyer" : "offer");
  return `${counted.charAt(0).toUpperCase()}${counted.slice(1)}`;
}

export function moneyWord(kind: CapKind): "revenue" | "payout" {
  return kind === "buyers" ? "revenue" : "payout";
}

/** "31 of 50, 2 running" */
export function useText({ used, limit, running }: Pick<CapUse, "used" | "limit" | "running">): string {
  const calls = running > 0 ? `${running} running` : "";
  if (used === undefined || limit === undefined) return calls;
  return [`${used} of ${limit}`, calls].filter(Boolean).join(", ");
}

/** Percent of the bar for calls counted and for running calls that may still count. */
export function barOf({ used, limit, running, measure }: CapUse): { readonly used: number; readonly running: number } {
  const whole = Number(limit);
  if (used === undefined || !(whole > 0)) return { used: Number(used) > 0 ? 100 : 0, running: 0 };
  const share = Math.min(100, (Number(used) / whole) * 100);
  const more = measure === "revenue" ? 0 : Math.min(100 - share, (running / whole) * 100);
  return { used: share, running: more };
}
