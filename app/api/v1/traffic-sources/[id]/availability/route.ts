import { Availability, AvailabilityQuery } from "@/lib/contracts/caps";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { getAvailability } from "@/lib/services/caps/get-availability";
import { partyId } from "@/lib/services/company/party-id";

export const GET = route({
  path: "/traffic-sources/{id}/availability",
  summary: "Whether a traffic source may send a call now",
  doors: ["api_key", "session"],
  input: AvailabilityQuery,
  output: Availability,
  handle: ({ ctx, params, input }) => getAvailability(ctx, { side: "offer", id: partyId(params.id) }, input),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
