import { AMOUNTS, FULL_DELIVERY, SETTINGS } from "@/app/api/v1/_docs/webhook-endpoints";
import { DeliveryId, numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { DeliveryAnswer } from "@/lib/outbound/contract/delivery";
import { resendDelivery } from "@/lib/outbound/resend";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "resendWebhookDelivery",
  policy: KEY_OR_SESSION,
  path: "/webhook-endpoints/{id}/deliveries/{delivery_id}/resend",
  params: { id: numberOf("webhook endpoint", 4), delivery_id: DeliveryId },
  output: DeliveryAnswer,
  statuses: [200, 404],
  docs: {
    section: "Webhook deliveries",
    title: "Resend a delivery",
    about: [
      "Sends the event again, with the same ID and payload, and tries it for three more days. Later events of its call wait for it.",
      `${SETTINGS} ${AMOUNTS}`,
    ],
    example: {
      answer: {
        status: 200,
        delivery: {
          ...FULL_DELIVERY,
          state: "waiting",
          next_attempt_at: "2026-11-24T08:00:00.000Z",
          delivered_at: null,
        },
      },
    },
  },
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    delivery: await resendDelivery(ctx, params.id, params.delivery_id),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
