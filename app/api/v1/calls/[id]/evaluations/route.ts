import { z } from "zod";
import { EvaluationList } from "@/lib/contracts/evaluations";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { callRef } from "@/lib/services/call/call-ref";
import { listEvaluations } from "@/lib/services/call/list-evaluations";

export const GET = route({
  path: "/calls/{id}/evaluations",
  summary: "Why a call converted by itself or did not, per mechanism and rule",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: EvaluationList,
  handle: ({ ctx, params }) => listEvaluations(ctx, callRef(params.id ?? "")),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
