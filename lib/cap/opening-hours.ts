import type { BusinessHours } from "@/lib/evaluation/domain/business-hours";
import { BuyerSettings } from "@/lib/settings/contract/conversion-settings";
import { hours } from "@/lib/settings/mechanisms-of";

/** The business hours in a buyer's settings; null if always open, also without settings. */
export function openingHours(settings: unknown): BusinessHours | null {
  if (settings === null || settings === undefined) return null;
  const { business_hours: own } = BuyerSettings.parse(settings);
  return own && hours(own);
}
