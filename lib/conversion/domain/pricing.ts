import { type CallState, isStated, type SideState, standing } from "@/lib/call/domain/call-state";
import { amountBy, type TermsBook } from "@/lib/terms/domain/terms";
import type { SideVerdict } from "./verdict";

type Price = Pick<SideState, "amountMinor" | "amountFrom">;
/** The verdict on each side; undefined if the command touches nothing that the facts decide. */
export type Verdicts = { buyer: SideVerdict | null | undefined; offer: SideVerdict | null | undefined };

/** The terms, and whether to look them up again because the start of the call was corrected. */
type Agreed = { readonly terms: TermsBook; readonly isStartMoved?: boolean };

const NOTHING: Price = { amountMinor: 0n, amountFrom: null };

/**
 * Sets the amounts of both sides after a command: the stated amount, else that of the first rule that holds, else that
 * of the terms in force at the call's start, else nothing. A percentage always follows the valid charge.
 */
export function priced(
  before: CallState,
  next: CallState,
  verdicts: Verdicts,
  { terms, isStartMoved = false }: Agreed,
): CallState {
  const { offerId, startedAt } = before;
  const keepsTerms = !isStartMoved;
  const buyer = withAmount(before.buyer, next.buyer, verdicts.buyer, keepsTerms, () => {
    const price = next.buyer.partyId === null ? null : terms.priceFor(offerId, next.buyer.partyId, startedAt);
    return price && { amountMinor: amountBy(price, 0n), amountFrom: "terms" };
  });
  const charge = standing(buyer)?.amountMinor ?? 0n;

  let { payoutTermsId } = before;
  let offer = withAmount(before.offer, next.offer, verdicts.offer, keepsTerms, () => {
    const payout = next.offer.partyId === null ? null : terms.payoutFor(offerId, next.offer.partyId, startedAt);
    payoutTermsId = payout?.id ?? null;
    return payout && { amountMinor: amountBy(payout, charge), amountFrom: "terms" };
  });
  const percentage = payoutTermsId === null ? null : terms.get(payoutTermsId);
  if (offer.converted && offer.amountFrom === "terms" && percentage?.percentBasisPoints != null) {
    offer = { ...offer, amountMinor: amountBy(percentage, charge) };
  }
  return { ...next, buyer, offer, payoutTermsId };
}

function withAmount(
  before: SideState,
  after: SideState,
  verdict: SideVerdict | null | undefined,
  keepsTerms: boolean,
  byTerms: () => Price | null,
): SideState {
  if (isStated(after)) return after;
  if (verdict === undefined) {
    // A locked side is not evaluated, but the terms of the call's start still price it.
    const isPricedAnew = !keepsTerms && after.locked && after.converted && after.amountFrom !== "rule";
    return isPricedAnew ? { ...after, ...(byTerms() ?? NOTHING) } : after;
  }
  const moved = after.partyId !== before.partyId;
  if (!after.converted) return moved || isGone(after, verdict) ? { ...after, ...NOTHING } : after;
  if (verdict?.amountMinor !== undefined) return { ...after, amountMinor: verdict.amountMinor, amountFrom: "rule" };
  // The amount that terms gave a conversion stays: newer terms never change existing amounts.
  if (keepsTerms && before.converted && !moved && before.amountFrom === "terms" && after.amountFrom === "terms")
    return after;
  return { ...after, ...(byTerms() ?? NOTHING) };
}

/** Whether the rule that gave the amount no longer holds or gives another amount. */
function isGone({ amountFrom, amountMinor }: SideState, verdict: SideVerdict | null): boolean {
  return amountFrom === "rule" && verdict?.amountMinor !== amountMinor;
}
