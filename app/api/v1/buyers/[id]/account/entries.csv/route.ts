import { exportEntries } from "@/app/api/v1/_parties/account";
import { BUYERS } from "@/app/api/v1/_parties/kinds";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = exportEntries(BUYERS);

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
