import { evaluatePast } from "@/app/api/v1/_parties/conversion-settings";
import { OFFER_SETTINGS } from "@/app/api/v1/_parties/settings-owners";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = evaluatePast(OFFER_SETTINGS);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
