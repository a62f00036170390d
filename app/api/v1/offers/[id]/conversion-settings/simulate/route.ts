import { SimulateOffer, Simulation } from "@/lib/contracts/simulation";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";
import { simulateOffer } from "@/lib/services/settings/simulate";

export const POST = route({
  path: "/offers/{id}/conversion-settings/simulate",
  summary: "Try draft settings of an offer on past calls; nothing is saved",
  doors: ["api_key", "session"],
  input: SimulateOffer,
  output: Simulation,
  handle: ({ ctx, params, input }) => simulateOffer(ctx, partyId(params.id), input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
