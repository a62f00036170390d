import type { Owner } from "@/lib/settings/client";
import { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";

/** What holds before anybody said anything. */
export function startingSettings(kind: Owner["kind"]): BuyerSettings | OfferSettings {
  return kind === "buyer" ? BuyerSettings.parse({}) : OfferSettings.parse({});
}
