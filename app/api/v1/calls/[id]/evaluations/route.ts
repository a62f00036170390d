import { CallReference } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { EvaluationList } from "@/lib/evaluation/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { listEvaluations } from "@/lib/report/list-evaluations";

export const GET = route({
  name: "listEvaluations",
  policy: KEY_OR_SESSION,
  path: "/calls/{id}/evaluations",
  params: { id: CallReference },
  output: EvaluationList,
  statuses: [200, 404],
  docs: {
    section: "Call facts",
    title: "List evaluations of a call",
    about: [
      "Shows why a call did or didn't convert automatically. Whenever new facts arrive, Callmark evaluates each side with the settings in force when the call started. The first mechanism or rule that holds converts the side. Each step records the expected and the actual value. Explicit updates and locks take precedence; see `buyer_decision` and `offer_decision` of the call.",
      "Each side requires permission to read its flag. Token values and transcript quotes require `call.details: read`. Values of a token that a rule uses as an amount also require permission to read that amount.",
    ],
    example: {
      answer: {
        status: 200,
        sides: [
          { side: "buyer", settings: { type: "buyer", id: 7, version: 3 } },
          { side: "offer", settings: null },
        ],
        evaluations: [
          {
            side: "buyer",
            number: 1,
            evaluated_at: "2026-11-23T10:46:00.000Z",
            settings: { type: "buyer", id: 7, version: 3 },
            converting: 1,
            steps: [
              {
                mechanism: "rule",
                name: "Long call",
                rule_id: 1,
                on: true,
                holds: false,
                clauses: [{ subject: "connected seconds", wanted: "≥ 180", seen: "171", holds: false }],
                proof: null,
              },
              {
                mechanism: "rule",
                name: "Booked",
                rule_id: 2,
                on: true,
                holds: true,
                clauses: [{ subject: "appointment_booked", wanted: "= true", seen: "true", holds: true }],
                proof: null,
              },
              {
                mechanism: "duration",
                name: "Duration",
                rule_id: null,
                on: false,
                holds: false,
                clauses: [],
                proof: null,
              },
            ],
          },
        ],
      },
    },
  },
  handle: ({ ctx, params }) => listEvaluations(ctx, params.id),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
