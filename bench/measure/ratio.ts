import { median } from "./median";

/** Quotients of values of the same round: median, lowest and highest. */
export type Ratio = { readonly median: number; readonly lowest: number; readonly highest: number };

export function ratio(values: readonly number[], others: readonly number[]): Ratio {
  const quotients = values.map((value, round) => value / (others[round] ?? Number.NaN));
  return { median: median(quotients), lowest: Math.min(...quotients), highest: Math.max(...quotients) };
}

export function ratioText({ median: middle, lowest, highest }: Ratio): string {
  return `${middle.toFixed(2)} [${lowest.toFixed(2)}–${highest.toFixed(2)}]`;
}
