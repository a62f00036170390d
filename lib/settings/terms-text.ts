import { formatMoney, parseMoney } from "@/lib/base/money";
import type { Company } from "@/lib/company/domain/company";
import type { Terms } from "@/lib/terms/domain/terms";
import type { Payout, Price } from "./contract/conversion-settings";

const PERCENT_DECIMALS = 2;

export function priceOf(terms: Terms, { decimals }: Company): Price {
  return { offer_id: terms.offerId, amount: formatMoney(terms.amountMinor ?? 0n, decimals) };
}

export function payoutOf(terms: Terms, { decimals }: Company): Payout {
  const money = (minor: bigint | null) => (minor === null ? null : formatMoney(minor, decimals));
  const points = terms.percentBasisPoints;
  return {
    traffic_source_id: terms.trafficSourceId,
    amount: money(terms.amountMinor),
    percent: points === null ? null : formatMoney(BigInt(points), PERCENT_DECIMALS).replace(/\.?0+$/, ""),
    minimum: money(terms.minimumMinor),
    maximum: money(terms.maximumMinor),
  };
}

export type TermsAmounts = Pick<Terms, "amountMinor" | "percentBasisPoints" | "minimumMinor" | "maximumMinor">;

/** In minor units and basis points. The texts are valid. */
export function amountsOf(
  terms: { amount: string | null; percent?: string | null; minimum?: string | null; maximum?: string | null },
  { decimals }: Company,
): TermsAmounts {
  const minor = (text: string | null | undefined) => (text == null ? null : parseMoney(text, decimals));
  const percent = terms.percent == null ? null : parseMoney(terms.percent, PERCENT_DECIMALS);
  return {
    amountMinor: minor(terms.amount),
    percentBasisPoints: percent === null ? null : Number(percent),
    minimumMinor: minor(terms.minimum),
    maximumMinor: minor(terms.maximum),
  };
}
