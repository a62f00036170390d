import { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";
import { getBuyerSettings, getOfferSettings } from "@/lib/settings/get-settings";
import { saveBuyerSettings, saveOfferSettings } from "@/lib/settings/save-settings";
import type { GivenContext } from "./given-company";

/** A new version of the buyer's conversion settings, in force from now or an earlier time. */
export async function givenBuyerSettings(ctx: GivenContext, settings: object, since?: Date): Promise<void> {
  const { version } = await getBuyerSettings(ctx, ctx.buyer.id);
  const update = { version, settings: BuyerSettings.parse(settings), ...(since && { valid_from: since }) };
  await saveBuyerSettings(ctx, ctx.buyer.id, update);
}

/** A new version of the offer's conversion settings, in force from now or an earlier time. */
export async function givenOfferSettings(ctx: GivenContext, settings: object): Promise<void> {
  const { version } = await getOfferSettings(ctx, ctx.offer.id);
  await saveOfferSettings(ctx, ctx.offer.id, { version, settings: OfferSettings.parse(settings) });
}
