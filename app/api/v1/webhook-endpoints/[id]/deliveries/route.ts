import { DELIVERY } from "@/app/api/v1/_docs/webhook-endpoints";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { DeliveryList, DeliveryQuery } from "@/lib/outbound/contract/delivery";
import { listDeliveries } from "@/lib/outbound/list-deliveries";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listWebhookDeliveries",
  policy: KEY_OR_SESSION,
  path: "/webhook-endpoints/{id}/deliveries",
  params: { id: numberOf("webhook endpoint", 4) },
  input: DeliveryQuery,
  output: DeliveryList,
  statuses: [200, 404],
  docs: {
    section: "Webhook deliveries",
    title: "List deliveries",
    about: [
      "Returns what was, or waits to be, posted to the endpoint, newest first. Deliveries that ended are deleted after 30 days. Requires the permission `settings: read`.",
    ],
    example: { answer: { status: 200, deliveries: [DELIVERY], metadata: { next_cursor: null } } },
  },
  handle: async ({ ctx, params, input }) => {
    const { deliveries, next_cursor } = await listDeliveries(ctx, params.id, input);
    return { status: 200 as const, deliveries, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
