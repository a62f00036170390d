import { addCap, readCaps } from "@/app/api/v1/_parties/caps";
import { BUYERS } from "@/app/api/v1/_parties/kinds";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = readCaps(BUYERS);
export const POST = addCap(BUYERS);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
