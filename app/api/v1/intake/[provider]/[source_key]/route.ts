import { intakeRoute } from "@/lib/api/intake-route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = intakeRoute;

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
