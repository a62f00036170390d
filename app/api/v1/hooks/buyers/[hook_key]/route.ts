import { webhookRoute } from "@/lib/api/webhook-route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = webhookRoute;

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
