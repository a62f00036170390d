import type { CumulativeSums } from "./contract/statement-record";
import type { Sum } from "./domain/sums";

type SumText = CumulativeSums["total"][number];

/** Sums as a statement stores them: as text, because JSON numbers are not exact above 2^53. */
export function sumText({ kind, offerId, count, amountMinor }: Sum): SumText {
  return { kind, offer_id: offerId, count, amount: amountMinor.toString() };
}

export function sumOfText({ kind, offer_id, count, amount }: SumText): Sum {
  return { kind, offerId: offer_id, count, amountMinor: BigInt(amount) };
}
