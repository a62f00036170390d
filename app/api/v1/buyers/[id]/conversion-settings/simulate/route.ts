import { trySettings } from "@/app/api/v1/_parties/conversion-settings";
import { BUYER_SETTINGS } from "@/app/api/v1/_parties/settings-owners";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { SimulateBuyer } from "@/lib/simulation/contract";
import { simulateBuyer } from "@/lib/simulation/simulate";

export const POST = trySettings(BUYER_SETTINGS, SimulateBuyer, simulateBuyer);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
