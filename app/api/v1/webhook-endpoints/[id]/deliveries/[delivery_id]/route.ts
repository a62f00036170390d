import { AMOUNTS, FULL_DELIVERY } from "@/app/api/v1/_docs/webhook-endpoints";
import { DeliveryId, numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { DeliveryAnswer } from "@/lib/outbound/contract/delivery";
import { getDelivery } from "@/lib/outbound/list-deliveries";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getWebhookDelivery",
  policy: KEY_OR_SESSION,
  path: "/webhook-endpoints/{id}/deliveries/{delivery_id}",
  params: { id: numberOf("webhook endpoint", 4), delivery_id: DeliveryId },
  output: DeliveryAnswer,
  statuses: [200, 404],
  docs: {
    section: "Webhook deliveries",
    title: "Retrieve a delivery",
    about: [
      "Returns the payload, and every attempt with its request and the beginning of its answer. Requires the permission `settings: read`.",
      AMOUNTS,
    ],
    example: { answer: { status: 200, delivery: FULL_DELIVERY } },
  },
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    delivery: await getDelivery(ctx, params.id, params.delivery_id),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
