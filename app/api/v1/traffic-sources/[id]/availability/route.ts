import { route } from "@/lib/api/route";
import { Availability, AvailabilityQuery } from "@/lib/cap/contract";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { getAvailability } from "@/lib/report/get-availability";

export const GET = route({
  path: "/traffic-sources/{id}/availability",
  summary: "Whether a traffic source may send a call now",
  doors: ["api_key", "session"],
  input: AvailabilityQuery,
  output: Availability,
  handle: ({ ctx, params, input }) => getAvailability(ctx, { side: "offer", id: partyId(params.id) }, input),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
