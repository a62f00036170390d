import { readBillingProfile, updateBillingProfile } from "@/app/api/v1/_parties/billing-profile";
import { TRAFFIC_SOURCES } from "@/app/api/v1/_parties/kinds";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = readBillingProfile(TRAFFIC_SOURCES);
export const PUT = updateBillingProfile(TRAFFIC_SOURCES);

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
