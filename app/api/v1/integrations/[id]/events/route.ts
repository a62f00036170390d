import { route } from "@/lib/api/route";
import { EventQuery, IntegrationEventList } from "@/lib/inbound/contract/integration";
import { listEvents } from "@/lib/inbound/integration-events";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/integrations/{id}/events",
  summary: "List what arrived at a source, newest first",
  doors: ["api_key", "session"],
  input: EventQuery,
  output: IntegrationEventList,
  handle: async ({ ctx, params, input }) => {
    const { events, next_cursor } = await listEvents(ctx, partyId(params.id), input);
    return { status: 200 as const, events, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
