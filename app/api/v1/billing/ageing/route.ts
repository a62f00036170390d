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
    title: "Retrieve the aging of receivables",
    about: [
      "Returns what each buyer owes, grouped by days past due in the company's time zone. An amount due today is not overdue. Unapplied payments and entries not yet on a statement are listed separately; all columns add up to the balance. Requires the permissions `billing: read` and `call.revenue: read`.",
    ],
    example: { answer: AGEING },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, ...(await getAgeing(ctx)) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
