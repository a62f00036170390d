import { SimulateBuyer, Simulation } from "@/lib/contracts/simulation";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";
import { simulateBuyer } from "@/lib/services/settings/simulate";

export const POST = route({
  path: "/buyers/{id}/conversion-settings/simulate",
  summary: "Try draft settings of a buyer on past calls; nothing is saved",
  doors: ["api_key", "session"],
  input: SimulateBuyer,
  output: Simulation,
  handle: ({ ctx, params, input }) => simulateBuyer(ctx, partyId(params.id), input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
