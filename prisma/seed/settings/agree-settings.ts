import { formatMoney } from "@/lib/base/money";
import { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";
import { saveBuyerSettings, saveOfferSettings } from "@/lib/settings/save-settings";
import type { BuyerPlan, OfferPlan } from "../networks/network-plan";
import { idOf, type Placed } from "../placed";
import { ConversionForecast } from "./conversion-forecast";
import { type Agreeing, settingsEdits } from "./edits";
import { numbered } from "./numbered";
import { payoutText } from "./payout-text";

/**
 * Saves settings and prices of every buyer and offer, version after version, each in force from the day of its edit.
 * The first versions are older than any call.
 */
export async function agreeSettings(agreeing: Agreeing): Promise<ConversionForecast> {
  const forecast = new ConversionForecast(agreeing.company);
  for (const offer of agreeing.offers) await agreeOffer(agreeing, offer, forecast);
  for (const buyer of agreeing.buyers) await agreeBuyer(agreeing, buyer, forecast);
  return forecast;
}

async function agreeOffer(agreeing: Agreeing, offer: Placed<OfferPlan>, forecast: ConversionForecast): Promise<void> {
  const { decimals } = agreeing.company;
  const own = (offer.payoutOf ?? []).map(({ source, payout }) =>
    payoutText(payout, idOf(agreeing.sources, source), decimals),
  );
  let current = OfferSettings.parse({});
  let { payout } = offer;
  for (const { ctx, change, ...edit } of settingsEdits(agreeing, offer.edits)) {
    payout = change?.payout ?? payout;
    const settings = numbered(OfferSettings.parse({ ...current, ...(change ?? offer).settings }), current.rules);
    const payouts = [payoutText(payout, null, decimals), ...own];
    current = (await saveOfferSettings(ctx, offer.id, { ...edit, settings, payouts })).settings;
    forecast.add({ offerId: offer.id }, edit.valid_from, current);
  }
}

async function agreeBuyer(agreeing: Agreeing, buyer: Placed<BuyerPlan>, forecast: ConversionForecast): Promise<void> {
  const text = (minor: bigint) => formatMoney(minor, agreeing.company.decimals);
  const own = (buyer.priceOf ?? []).map(({ offer, priceMinor }) => ({
    offer_id: idOf(agreeing.offers, offer),
    amount: text(priceMinor),
  }));
  let current = BuyerSettings.parse({});
  let { priceMinor } = buyer;
  for (const { ctx, change, ...edit } of settingsEdits(agreeing, buyer.edits)) {
    priceMinor = change?.priceMinor ?? priceMinor;
    const settings = numbered(BuyerSettings.parse({ ...current, ...(change ?? buyer).settings }), current.rules);
    const prices = [{ offer_id: null, amount: text(priceMinor) }, ...own];
    current = (await saveBuyerSettings(ctx, buyer.id, { ...edit, settings, prices })).settings;
    forecast.add({ buyerId: buyer.id }, edit.valid_from, current);
  }
}
