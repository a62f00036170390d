import { z } from "zod";
import { route } from "@/lib/api/route";
import { ReplayedEvent } from "@/lib/inbound/contract/integration";
import { replayEvent } from "@/lib/inbound/replay-event";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/integrations/{id}/events/{event_id}/replay",
  summary: "Read what arrived once more and take it in",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: ReplayedEvent,
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    event: await replayEvent(ctx, partyId(params.id), partyId(params.event_id)),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
