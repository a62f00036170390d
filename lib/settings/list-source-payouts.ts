import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import type { NamedParty } from "@/lib/party/contract";
import { findPartyRow, readNames } from "@/lib/party/sql/party-rows";
import { readInCompany } from "@/lib/platform/sql/in-company";
import { payoutsOfSource } from "@/lib/terms/sql/terms-of-owner";
import type { Payout } from "./contract/conversion-settings";
import { AMOUNT_AREA } from "./domain/may-see-amounts";
import { payoutOf } from "./terms-text";

type SourcePayout = { readonly offer: NamedParty; readonly payout: Payout };

/** What offers pay this traffic source instead of their default payout. Throws `Forbidden` or `NotFound`. */
export async function listSourcePayouts(ctx: Context, trafficSourceId: number): Promise<SourcePayout[]> {
  permit(ctx.actor, "read", "settings");
  permit(ctx.actor, "read", AMOUNT_AREA.offer);
  return readInCompany(ctx.company.id, async (tx) => {
    if (!(await findPartyRow(tx, "traffic_source", trafficSourceId))) throw new NotFound();
    const terms = await payoutsOfSource(tx, trafficSourceId, ctx.now());
    const offers = await readNames(
      tx,
      "offer",
      terms.flatMap(({ offerId }) => offerId ?? []),
    );
    return offers.flatMap((offer) => {
      const own = terms.find(({ offerId }) => offerId === offer.id);
      return own ? [{ offer, payout: payoutOf(own, ctx.company) }] : [];
    });
  });
}
