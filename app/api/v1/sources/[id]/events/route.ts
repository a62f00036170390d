import { EventQuery, SourceEventList } from "@/lib/contracts/sources";
import { route } from "@/lib/http/route";
import { listEvents } from "@/lib/inbound/integration-events";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";

export const GET = route({
  path: "/sources/{id}/events",
  summary: "List what arrived at a source, newest first",
  doors: ["api_key", "session"],
  input: EventQuery,
  output: SourceEventList,
  handle: async ({ ctx, params, input }) => {
    const { events, next_cursor } = await listEvents(ctx, partyId(params.id), input);
    return { status: 200 as const, events, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
