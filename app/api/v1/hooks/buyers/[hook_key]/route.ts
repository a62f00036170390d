import { hookRoute } from "@/lib/api/webhook-route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = hookRoute;

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
