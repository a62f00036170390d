import { BuyerSettings } from "@/lib/contracts/conversion-settings";
import { hours } from "@/lib/conversion/mechanisms-of";
import type { BusinessHours } from "@/lib/domain/evaluation/business-hours";

/** The business hours of a buyer's settings document; null for always, and where there are no settings. */
export function openingHours(settings: unknown): BusinessHours | null {
  if (settings === null || settings === undefined) return null;
  const { business_hours: own } = BuyerSettings.parse(settings);
  return own && hours(own);
}
