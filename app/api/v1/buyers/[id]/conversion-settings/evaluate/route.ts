import { route } from "@/lib/api/route";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { EvaluatedPast, EvaluatePast } from "@/lib/simulation/contract";
import { evaluatePastCalls } from "@/lib/simulation/evaluate-past-calls";

export const POST = route({
  path: "/buyers/{id}/conversion-settings/evaluate",
  summary: "Judge past calls of a buyer again, by the settings in force for their start",
  doors: ["api_key", "session"],
  input: EvaluatePast,
  output: EvaluatedPast,
  handle: ({ ctx, params, input }) => evaluatePastCalls(ctx, { buyerId: partyId(params.id) }, input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
