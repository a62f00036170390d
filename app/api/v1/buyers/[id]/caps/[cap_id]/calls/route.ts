import { CapCalls, CapCallsQuery } from "@/lib/contracts/caps";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { listCapCalls } from "@/lib/services/caps/list-cap-calls";
import { partyId } from "@/lib/services/company/party-id";

export const GET = route({
  path: "/buyers/{id}/caps/{cap_id}/calls",
  summary: "The calls that use a cap of a buyer now",
  doors: ["api_key", "session"],
  input: CapCallsQuery,
  output: CapCalls,
  handle: ({ ctx, params, input }) =>
    listCapCalls(ctx, { side: "buyer", id: partyId(params.id) }, partyId(params.cap_id), input),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
