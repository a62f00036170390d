import { type CallState, isStated, type SideState, standing } from "@/lib/call/domain/call-state";
import { amountBy, type TermsBook } from "@/lib/terms/domain/terms";
import type { SideVerdict } from "./verdict";

type Price = Pick<SideState, "amountMinor" | "amountFrom">;
/** What the facts say of each side; undefined where the command touches nothing that they decide. */
export type Verdicts = { buyer: SideVerdict | null | undefined; offer: SideVerdict | null | undefined };

/** What was agreed, and whether it has to be asked anew since the call started at another time than was known. */
type Agreed = { readonly terms: TermsBook; readonly isStartMoved?: boolean };

const NOTHING: Price = { amountMinor: 0n, amountFrom: null };

/**
 * The amounts of both sides after a command. An amount is a function of what was stated and of the facts: stated → the
 * first rule that holds, whoever set the flag → the terms in force when the call started → nothing. A percentage follows
 * the standing charge for ever.
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
    // Nothing evaluates a locked side, and still it is agreed terms of the call's start that price it.
    const isPricedAnew = !keepsTerms && after.locked && after.converted && after.amountFrom !== "rule";
    return isPricedAnew ? { ...after, ...(byTerms() ?? NOTHING) } : after;
  }
  const moved = after.partyId !== before.partyId;
  if (!after.converted) return moved || isGone(after, verdict) ? { ...after, ...NOTHING } : after;
  if (verdict?.amountMinor !== undefined) return { ...after, amountMinor: verdict.amountMinor, amountFrom: "rule" };
  // What terms gave a conversion stays: newer terms never touch what stands.
  if (keepsTerms && before.converted && !moved && before.amountFrom === "terms" && after.amountFrom === "terms")
    return after;
  return { ...after, ...(byTerms() ?? NOTHING) };
}

/** The amount of a rule that no longer holds, or that gives another amount now. */
function isGone({ amountFrom, amountMinor }: SideState, verdict: SideVerdict | null): boolean {
  return amountFrom === "rule" && verdict?.amountMinor !== amountMinor;
}
