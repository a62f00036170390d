import { readBillingProfile, updateBillingProfile } from "@/app/api/v1/_parties/billing-profile";
import { BUYERS } from "@/app/api/v1/_parties/kinds";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = readBillingProfile(BUYERS);
export const PUT = updateBillingProfile(BUYERS);

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
