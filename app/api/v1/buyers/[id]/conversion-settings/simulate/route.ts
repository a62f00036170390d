import { route } from "@/lib/api/route";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { SimulateBuyer, Simulation } from "@/lib/simulation/contract";
import { simulateBuyer } from "@/lib/simulation/simulate";

export const POST = route({
  path: "/buyers/{id}/conversion-settings/simulate",
  summary: "Try draft settings of a buyer on past calls; nothing is saved",
  doors: ["api_key", "session"],
  input: SimulateBuyer,
  output: Simulation,
  handle: ({ ctx, params, input }) => simulateBuyer(ctx, partyId(params.id), input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
