import { readSettingsHistory } from "@/app/api/v1/_parties/conversion-settings";
import { OFFER_SETTINGS } from "@/app/api/v1/_parties/settings-owners";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { OfferSettingsHistory } from "@/lib/settings/contract/settings-version";
import { listOfferSettingsHistory } from "@/lib/settings/list-settings-history";

export const GET = readSettingsHistory(OFFER_SETTINGS, OfferSettingsHistory, listOfferSettingsHistory);

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
