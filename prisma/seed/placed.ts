import type { BuyerPlan, OfferPlan, SourcePlan } from "./networks/network-plan";

/** A plan with the id of its row. */
export type Placed<Plan> = Plan & { readonly id: number };

export type Parties = {
  readonly offers: readonly Placed<OfferPlan>[];
  readonly buyers: readonly Placed<BuyerPlan>[];
  readonly sources: readonly Placed<SourcePlan>[];
};

export function placed<Plan>(plans: readonly Plan[], rows: readonly { readonly id: number }[]): Placed<Plan>[] {
  return plans.flatMap((plan, position) => {
    const row = rows[position];
    return row ? [{ ...plan, id: row.id }] : [];
  });
}

export function idOf(rows: readonly { readonly id: number; readonly name: string }[], name: string): number {
  const row = rows.find((row) => row.name === name);
  if (!row) throw new Error(`The plan names ${name}, which it does not have.`);
  return row.id;
}

/** The offer whose side follows its buyers'. */
export function followingOffer(offers: Parties["offers"]): Placed<OfferPlan> | undefined {
  return offers.find(({ settings }) => settings.converts_with_buyer === true);
}
