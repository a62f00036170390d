import type { DecisionContext } from "@/lib/conversion/domain/decide";
import { type Terms, TermsBook } from "@/lib/terms/domain/terms";

const NOTHING = { amountMinor: null, percentBasisPoints: null, minimumMinor: null, maximumMinor: null };
const FOR_ALL = { offerId: null, buyerId: null, trafficSourceId: null, validFrom: new Date(0) };

/** Terms for ever and for everybody, as far as nothing else is given. */
export function givenTerms(terms: Pick<Terms, "id" | "side"> & Partial<Terms>): Terms {
  return { ...NOTHING, ...FOR_ALL, ...terms };
}

/** Buyers 7 and 8 on accounts 17 and 18, traffic sources 9 and 10 on 29 and 30, no terms, and facts that say nothing. */
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
