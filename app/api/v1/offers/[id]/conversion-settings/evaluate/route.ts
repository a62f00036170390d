import { route } from "@/lib/api/route";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { EvaluatedPast, EvaluatePast } from "@/lib/simulation/contract";
import { evaluatePastCalls } from "@/lib/simulation/evaluate-past-calls";

export const POST = route({
  path: "/offers/{id}/conversion-settings/evaluate",
  summary: "Judge past calls of an offer again, by the settings in force for their start",
  doors: ["api_key", "session"],
  input: EvaluatePast,
  output: EvaluatedPast,
  handle: ({ ctx, params, input }) => evaluatePastCalls(ctx, { offerId: partyId(params.id) }, input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
