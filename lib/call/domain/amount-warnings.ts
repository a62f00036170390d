/** A side as its reader sees it; `isZero` is undefined if the reader may not see the amount. */
export type SeenSide = { readonly converted: boolean; readonly isZero: boolean | undefined };

/** Warnings about legal but unusual amounts, as far as the reader may see them. */
export function amountWarnings(buyer: SeenSide, offer: SeenSide): string[] {
  const isFree = buyer.converted && buyer.isZero === true;
  const isUncharged = buyer.isZero !== undefined && (!buyer.converted || isFree);
  const paysAnyway = offer.converted && offer.isZero === false && isUncharged;
  return [
    ...(isFree ? ["Converted at 0.00: the buyer is not charged."] : []),
    ...(paysAnyway ? ["Payout without revenue: the traffic source is paid and no buyer is charged."] : []),
  ];
}
