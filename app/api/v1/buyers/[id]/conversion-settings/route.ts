import { readSettings, updateSettings } from "@/app/api/v1/_parties/conversion-settings";
import { BUYER_SETTINGS } from "@/app/api/v1/_parties/settings-owners";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { BuyerSettingsAnswer, BuyerSettingsUpdate } from "@/lib/settings/contract/settings-version";
import { getBuyerSettings } from "@/lib/settings/get-settings";
import { saveBuyerSettings } from "@/lib/settings/save-settings";

export const GET = readSettings(BUYER_SETTINGS, BuyerSettingsAnswer, getBuyerSettings);

export const PUT = updateSettings(
  BUYER_SETTINGS,
  { input: BuyerSettingsUpdate, output: BuyerSettingsAnswer },
  saveBuyerSettings,
);

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
