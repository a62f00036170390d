import { readSettings, updateSettings } from "@/app/api/v1/_parties/conversion-settings";
import { OFFER_SETTINGS } from "@/app/api/v1/_parties/settings-owners";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { OfferSettingsAnswer, OfferSettingsUpdate } from "@/lib/settings/contract/settings-version";
import { getOfferSettings } from "@/lib/settings/get-settings";
import { saveOfferSettings } from "@/lib/settings/save-settings";

export const GET = readSettings(OFFER_SETTINGS, OfferSettingsAnswer, getOfferSettings);

export const PUT = updateSettings(
  OFFER_SETTINGS,
  { input: OfferSettingsUpdate, output: OfferSettingsAnswer },
  saveOfferSettings,
);

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
