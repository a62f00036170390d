import { CapCalls, CapCallsQuery } from "@/lib/contracts/caps";
import { otherMethods } from "@/lib/http/other-methods";
import { route } from "@/lib/http/route";
import { listCapCalls } from "@/lib/services/caps/list-cap-calls";
import { partyId } from "@/lib/services/company/party-id";

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
