import { route } from "@/lib/api/route";
import { BuyerWebhookEventList, BuyerWebhookEventsQuery } from "@/lib/inbound/contract/webhook";
import { listWebhookEvents } from "@/lib/inbound/list-webhook-events";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/buyers/{id}/webhook/events",
  summary: "What arrived at a buyer's address",
  doors: ["api_key", "session"],
  input: BuyerWebhookEventsQuery,
  output: BuyerWebhookEventList,
  handle: async ({ ctx, params, input }) => {
    const { events, next_cursor } = await listWebhookEvents(ctx, partyId(params.id), input);
    return { status: 200 as const, events, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
