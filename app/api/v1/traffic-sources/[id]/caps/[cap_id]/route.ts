import { editCap, withdrawCap } from "@/app/api/v1/_parties/caps";
import { TRAFFIC_SOURCES } from "@/app/api/v1/_parties/kinds";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const PUT = editCap(TRAFFIC_SOURCES);
export const DELETE = withdrawCap(TRAFFIC_SOURCES);

export const { GET, POST, PATCH, OPTIONS } = otherMethods({ PUT, DELETE });
