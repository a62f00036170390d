import { readCapCalls } from "@/app/api/v1/_parties/caps";
import { TRAFFIC_SOURCES } from "@/app/api/v1/_parties/kinds";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = readCapCalls(TRAFFIC_SOURCES);

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
