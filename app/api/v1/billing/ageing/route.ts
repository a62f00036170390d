import { AGEING } from "@/app/api/v1/_docs/documents";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { AgeingAnswer } from "@/lib/document/contract";
import { getAgeing } from "@/lib/document/get-ageing";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getAgeing",
  policy: KEY_OR_SESSION,
  path: "/billing/ageing",
  output: AgeingAnswer,
  statuses: [200],
  docs: {
    section: "Balances",
    title: "Get the aging report: what buyers owe, by days overdue",
    about: [
      "By due date in the company's zone: due today is not overdue. Unapplied payments and what is on no statement yet stand apart; everything together is the balance. It takes the permissions `billing: read` and `call.revenue: read`.",
    ],
    example: { answer: AGEING },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, ...(await getAgeing(ctx)) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
