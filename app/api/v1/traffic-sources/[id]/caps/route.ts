import { addCap, readCaps } from "@/app/api/v1/_parties/caps";
import { TRAFFIC_SOURCES } from "@/app/api/v1/_parties/kinds";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = readCaps(TRAFFIC_SOURCES);
export const POST = addCap(TRAFFIC_SOURCES);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
