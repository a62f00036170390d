import { createRuleSets } from "@/lib/services/company/create-rule-sets";
import { createTerms, type Payout, type Price } from "@/lib/services/company/create-terms";
import type { Context } from "@/lib/services/context";
import type { Network } from "./found-network";
import { atLocal } from "./local-time";

const FROM_THE_BEGINNING_DAYS = 400;

/** Defaults, overrides per offer and party, prices that change from a day on, and who converts with the buyer. */
export async function agreeTerms(
  ctx: Context,
  { offers, buyers, sources }: Pick<Network, "offers" | "buyers" | "sources">,
  now: Date,
): Promise<void> {
  const since = (daysAgo = FROM_THE_BEGINNING_DAYS) => atLocal(ctx.company.timeZone, now, daysAgo, 0);
  const prices = buyers.flatMap(({ id: buyerId, priceMinor, priceOf = [], newPrice }): Price[] => [
    { buyerId, validFrom: since(), amountMinor: priceMinor },
    ...(newPrice ? [{ buyerId, validFrom: since(newPrice.daysAgo), amountMinor: newPrice.priceMinor }] : []),
    ...priceOf.map((each) => ({
      buyerId,
      offerId: idOf(offers, each.offer),
      validFrom: since(),
      amountMinor: each.priceMinor,
    })),
  ]);
  const payouts = offers.flatMap(({ id: offerId, payout, payoutOf = [], newPayout }): Payout[] => [
    { offerId, validFrom: since(), ...payout },
    ...(newPayout ? [{ offerId, validFrom: since(newPayout.daysAgo), ...newPayout.payout }] : []),
    ...payoutOf.map((each) => ({
      offerId,
      trafficSourceId: idOf(sources, each.source),
      validFrom: since(),
      ...each.payout,
    })),
  ]);
  await createTerms(ctx, { prices, payouts });
  const following = offers.filter(({ habit }) => habit.by === "follows_buyer");
  await createRuleSets(
    ctx,
    following.map(({ id }) => ({ offerId: id, validFrom: since(), convertsWithBuyer: true })),
  );
}

export function idOf(rows: readonly { readonly id: number; readonly name: string }[], name: string): number {
  const row = rows.find((each) => each.name === name);
  if (!row) throw new Error(`The plan names ${name}, which it does not have.`);
  return row.id;
}
