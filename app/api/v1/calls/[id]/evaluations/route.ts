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
    title: "List the evaluations of a call: why it converted or not, per mechanism and rule",
    about: [
      "Every time that facts arrive, each side is judged by the settings in force when the call started: every mechanism and rule is asked, and the first that holds converts. What each saw and wanted is kept. An explicit statement or a lock stands over it: see the call's own decisions.",
      "What was seen of tokens, and words of the transcript, take the permission `call.details: read`; a side takes that of its flag. Of a token that a rule uses as an amount, what was wanted and seen takes the permission of the amount as well.",
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
