import { z } from "zod";
import { route } from "@/lib/api/route";
import { callRef } from "@/lib/call/call-ref";
import { EvaluationList } from "@/lib/evaluation/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { listEvaluations } from "@/lib/report/list-evaluations";

export const GET = route({
  path: "/calls/{id}/evaluations",
  summary: "Why a call converted by itself or did not, per mechanism and rule",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: EvaluationList,
  handle: ({ ctx, params }) => listEvaluations(ctx, callRef(params.id ?? "")),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
