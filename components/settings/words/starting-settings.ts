import type { Owner } from "@/lib/settings/client";
import { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";

/** The settings of a new owner. */
export function startingSettings(kind: Owner["kind"]): BuyerSettings | OfferSettings {
  return kind === "buyer" ? BuyerSettings.parse({}) : OfferSettings.parse({});
}
