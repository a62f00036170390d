import type { DecisionContext } from "@/lib/conversion/domain/decide";
import { type Terms, TermsBook } from "@/lib/terms/domain/terms";

const NOTHING = { amountMinor: null, percentBasisPoints: null, minimumMinor: null, maximumMinor: null };
const FOR_ALL = { offerId: null, buyerId: null, trafficSourceId: null, validFrom: new Date(0) };

/** Terms for all dates and parties, by default. */
export function givenTerms(terms: Pick<Terms, "id" | "side"> & Partial<Terms>): Terms {
  return { ...NOTHING, ...FOR_ALL, ...terms };
}

/** Buyers 7 and 8 with accounts 17 and 18, traffic sources 9 and 10 with 29 and 30, no terms, and no verdict. */
export function givenDecisionContext(
  overrides: Partial<Omit<DecisionContext, "terms">> & { readonly terms?: readonly Terms[] } = {},
): DecisionContext {
  const { terms = [], ...context } = overrides;
  return {
    buyerAccounts: new Map([
      [7, 17],
      [8, 18],
    ]),
    sourceAccounts: new Map([
      [9, 29],
      [10, 30],
    ]),
    offerFollowsBuyer: false,
    verdictOn: () => null,
    ...context,
    terms: new TermsBook(terms),
  };
}
