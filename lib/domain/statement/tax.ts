import { percentOf } from "../ledger/percent";
import { amountOf, type Sum } from "./sums";

export type TaxRate = { readonly name: string; readonly basisPoints: number };
export type TaxAmount = TaxRate & { readonly netMinor: bigint; readonly amountMinor: bigint };

const TAXED: ReadonlySet<string> = new Set(["charge", "credit", "payout", "clawback"]);

/** Of what calls came to. Where more was taken back than billed, tax is given back, rounded like tax that is billed. */
export function taxesOn(lines: readonly Sum[], rates: readonly TaxRate[]): TaxAmount[] {
  const netMinor = amountOf(lines, TAXED);
  return rates.map((rate) => ({ ...rate, netMinor, amountMinor: share(netMinor, rate.basisPoints) }));
}

function share(netMinor: bigint, basisPoints: number): bigint {
  return netMinor < 0n ? -percentOf(-netMinor, basisPoints) : percentOf(netMinor, basisPoints);
}
