import { trySettings } from "@/app/api/v1/_parties/conversion-settings";
import { OFFER_SETTINGS } from "@/app/api/v1/_parties/settings-owners";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { SimulateOffer } from "@/lib/simulation/contract";
import { simulateOffer } from "@/lib/simulation/simulate";

export const POST = trySettings(OFFER_SETTINGS, SimulateOffer, simulateOffer);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
