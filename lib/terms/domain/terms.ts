import { percentOf } from "@/lib/base/percent";

/**
 * A dated price. `buyer` terms are what a conversion costs the buyer, `offer` terms what the traffic source is paid for
 * it. Amounts in minor units.
 */
export type Terms = {
  readonly id: number;
  readonly side: "buyer" | "offer";
  readonly offerId: number | null;
  readonly buyerId: number | null;
  readonly trafficSourceId: number | null;
  readonly validFrom: Date;
  readonly amountMinor: bigint | null;
  readonly percentBasisPoints: number | null;
  readonly minimumMinor: bigint | null;
  readonly maximumMinor: bigint | null;
  /** Ends the terms of the pair: the default applies again. */
  readonly withdrawn?: boolean;
};

/** Terms indexed by what they apply to. */
export class TermsBook {
  private readonly byScope = new Map<string, Terms[]>();
  private readonly byId = new Map<number, Terms>();

  constructor(terms: readonly Terms[]) {
    for (const term of terms) {
      this.byId.set(term.id, term);
      const scope = scopeOf(term.side, term.offerId, term.side === "buyer" ? term.buyerId : term.trafficSourceId);
      const list = this.byScope.get(scope);
      if (list) list.push(term);
      else this.byScope.set(scope, [term]);
    }
  }

  get(id: number): Terms | null {
    return this.byId.get(id) ?? null;
  }

  /** The price of this buyer for this offer at the call's start: the terms of the pair, else the buyer's default. */
  priceFor(offerId: number, buyerId: number, startedAt: Date): Terms | null {
    return this.inForce("buyer", offerId, buyerId, startedAt) ?? this.inForce("buyer", null, buyerId, startedAt);
  }

  /**
   * The payout of this offer to this traffic source at the call's start: the terms of the pair, else the offer's
   * default.
   */
  payoutFor(offerId: number, trafficSourceId: number, startedAt: Date): Terms | null {
    return (
      this.inForce("offer", offerId, trafficSourceId, startedAt) ?? this.inForce("offer", offerId, null, startedAt)
    );
  }

  private inForce(side: Terms["side"], offerId: number | null, partyId: number | null, at: Date): Terms | null {
    let newest: Terms | null = null;
    for (const terms of this.byScope.get(scopeOf(side, offerId, partyId)) ?? []) {
      if (terms.validFrom <= at && (newest === null || terms.validFrom > newest.validFrom)) newest = terms;
    }
    return newest?.withdrawn ? null : newest;
  }
}

function scopeOf(side: Terms["side"], offerId: number | null, partyId: number | null): string {
  return `${side} ${offerId ?? "any"} ${partyId ?? "any"}`;
}

/**
 * The amount of these terms in minor units. A percentage is of the current charge: without a charge it is 0, whatever
 * the minimum.
 */
export function amountBy(terms: Terms, chargeMinor: bigint): bigint {
  if (terms.percentBasisPoints === null) return terms.amountMinor ?? 0n;
  if (chargeMinor === 0n) return 0n;
  const share = percentOf(chargeMinor, terms.percentBasisPoints);
  if (terms.minimumMinor !== null && share < terms.minimumMinor) return terms.minimumMinor;
  if (terms.maximumMinor !== null && share > terms.maximumMinor) return terms.maximumMinor;
  return share;
}
