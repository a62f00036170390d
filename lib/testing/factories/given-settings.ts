import { BuyerSettings, OfferSettings } from "@/lib/contracts/conversion-settings";
import { getBuyerSettings, getOfferSettings } from "@/lib/services/settings/get-settings";
import { saveBuyerSettings, saveOfferSettings } from "@/lib/services/settings/save-settings";
import type { GivenContext } from "./given-company";

/** A new version of the conversion settings of the company's buyer, in force from now on. */
export async function givenBuyerSettings(ctx: GivenContext, settings: object): Promise<void> {
  const { version } = await getBuyerSettings(ctx, ctx.buyer.id);
  await saveBuyerSettings(ctx, ctx.buyer.id, { version, settings: BuyerSettings.parse(settings) });
}

/** The same of its offer. */
export async function givenOfferSettings(ctx: GivenContext, settings: object): Promise<void> {
  const { version } = await getOfferSettings(ctx, ctx.offer.id);
  await saveOfferSettings(ctx, ctx.offer.id, { version, settings: OfferSettings.parse(settings) });
}
