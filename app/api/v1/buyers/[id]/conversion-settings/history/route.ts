import { readSettingsHistory } from "@/app/api/v1/_parties/conversion-settings";
import { BUYER_SETTINGS } from "@/app/api/v1/_parties/settings-owners";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { BuyerSettingsHistory } from "@/lib/settings/contract/settings-version";
import { listBuyerSettingsHistory } from "@/lib/settings/list-settings-history";

export const GET = readSettingsHistory(BUYER_SETTINGS, BuyerSettingsHistory, listBuyerSettingsHistory);

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
