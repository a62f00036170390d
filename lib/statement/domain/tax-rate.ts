import { formatMoney, parseMoney } from "@/lib/base/money";

/** A tax and its rate: 8.875 % is 88,750 millionths. */
export type TaxRate = { readonly name: string; readonly millionths: number };

const PERCENT_DECIMALS = 4;

/** Throws if the text is not a percentage with up to four decimals. */
export function millionthsOf(percent: string): number {
  const millionths = parseMoney(percent, PERCENT_DECIMALS);
  if (millionths === null) throw new Error(`${percent} is not a percentage`);
  return Number(millionths);
}

/** `8.875`, without trailing zeros. */
export function percentText(millionths: number): string {
  return formatMoney(BigInt(millionths), PERCENT_DECIMALS).replace(/\.?0+$/, "");
}

/** Whether both lists have the same taxes, in any order. */
export function areSameRates(one: readonly TaxRate[], other: readonly TaxRate[]): boolean {
  const keyOf = (rates: readonly TaxRate[]) => rates.map(({ name, millionths }) => `${millionths} ${name}`).sort();
  return JSON.stringify(keyOf(one)) === JSON.stringify(keyOf(other));
}
