import type { Owner } from "@/lib/api-client/conversion-settings";
import { BuyerSettings, OfferSettings } from "@/lib/contracts/conversion-settings";

/** What holds before anybody said anything. */
export function startingSettings(kind: Owner["kind"]): BuyerSettings | OfferSettings {
  return kind === "buyer" ? BuyerSettings.parse({}) : OfferSettings.parse({});
}
