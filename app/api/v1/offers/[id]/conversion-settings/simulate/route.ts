import { route } from "@/lib/api/route";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { SimulateOffer, Simulation } from "@/lib/simulation/contract";
import { simulateOffer } from "@/lib/simulation/simulate";

export const POST = route({
  path: "/offers/{id}/conversion-settings/simulate",
  summary: "Try draft settings of an offer on past calls; nothing is saved",
  doors: ["api_key", "session"],
  input: SimulateOffer,
  output: Simulation,
  handle: ({ ctx, params, input }) => simulateOffer(ctx, partyId(params.id), input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
