import { route } from "@/lib/api/route";
import { CapCalls, CapCallsQuery } from "@/lib/cap/contract";
import { listCapCalls } from "@/lib/cap/list-cap-calls";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/traffic-sources/{id}/caps/{cap_id}/calls",
  summary: "The calls that use a cap of a traffic source now",
  doors: ["api_key", "session"],
  input: CapCallsQuery,
  output: CapCalls,
  handle: ({ ctx, params, input }) =>
    listCapCalls(ctx, { side: "offer", id: partyId(params.id) }, partyId(params.cap_id), input),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
