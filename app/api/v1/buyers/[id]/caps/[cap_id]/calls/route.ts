import { readCapCalls } from "@/app/api/v1/_parties/caps";
import { BUYERS } from "@/app/api/v1/_parties/kinds";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = readCapCalls(BUYERS);

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
