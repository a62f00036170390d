import type { FrozenTax } from "./contract/statement-record";
import type { TaxAmount } from "./domain/tax";
import { millionthsOf, percentText, type TaxRate } from "./domain/tax-rate";

const MILLIONTHS_OF_BASIS_POINT = 100;

/** A tax as statements store it; `document` is the number of its entry. */
export function frozenTax(
  { name, millionths, netMinor, amountMinor, takesBack }: TaxAmount,
  document: number | null,
): FrozenTax {
  return {
    name,
    percent: percentText(millionths),
    net: netMinor.toString(),
    amount: amountMinor.toString(),
    document,
    takes_back: takesBack,
  };
}

export function rateOfFrozen(tax: FrozenTax): TaxRate {
  const { name } = tax;
  if ("percent" in tax) return { name, millionths: millionthsOf(tax.percent) };
  return { name, millionths: tax.basis_points * MILLIONTHS_OF_BASIS_POINT };
}

/** The statement whose tax it gives back; null for tax at the rates then in force. */
export function takenBackBy(tax: FrozenTax): number | null {
  return "takes_back" in tax ? tax.takes_back : null;
}
