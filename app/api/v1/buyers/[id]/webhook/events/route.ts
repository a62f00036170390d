import { READS } from "@/app/api/v1/_docs/inbox";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { BuyerWebhookEventList, BuyerWebhookEventsQuery } from "@/lib/inbound/contract/webhook";
import { listWebhookEvents } from "@/lib/inbound/list-webhook-events";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listBuyerWebhookEvents",
  policy: KEY_OR_SESSION,
  path: "/buyers/{id}/webhook/events",
  params: { id: numberOf("buyer", 7) },
  input: BuyerWebhookEventsQuery,
  output: BuyerWebhookEventList,
  statuses: [200, 404],
  docs: {
    section: "Buyer webhooks",
    title: "List events of a buyer's webhook",
    about: ["Returns every post to the webhook, newest first, including posts with a wrong signature.", READS],
    example: {
      answer: {
        status: 200,
        events: [
          {
            id: 12,
            received_at: "2026-11-23T10:46:00.000Z",
            signature: "valid",
            answered: 200,
            outcome: "applied",
            problem: null,
            call_id: 1042,
            payload: '{"converted":true}',
          },
        ],
        metadata: { next_cursor: null },
      },
    },
  },
  handle: async ({ ctx, params, input }) => {
    const { events, next_cursor } = await listWebhookEvents(ctx, params.id, input);
    return { status: 200 as const, events, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
