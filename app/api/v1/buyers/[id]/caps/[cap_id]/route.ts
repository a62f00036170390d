import { editCap, withdrawCap } from "@/app/api/v1/_parties/caps";
import { BUYERS } from "@/app/api/v1/_parties/kinds";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const PUT = editCap(BUYERS);
export const DELETE = withdrawCap(BUYERS);

export const { GET, POST, PATCH, OPTIONS } = otherMethods({ PUT, DELETE });
