import { SAMPLE_BILLING } from "@/app/api/v1/_docs/calls";
import { CallReference } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { BillingAnswer } from "@/lib/ledger/contract/billing";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { getBilling } from "@/lib/report/get-billing";

export const GET = route({
  name: "getCallBilling",
  policy: KEY_OR_SESSION,
  path: "/calls/{id}/billing",
  params: { id: CallReference },
  output: BillingAnswer,
  statuses: [200, 404],
  docs: {
    section: "Call history",
    title: "Retrieve the billing of a call",
    about: [
      "Returns pending entries, posted entries, and totals. A conversion is pending until the next rollup posts it. Entries are never edited: a reversal posts an offsetting entry that refers to the original. Amounts require the permission `billing: read` and permission to read that field.",
    ],
    example: { answer: { status: 200, billing: SAMPLE_BILLING } },
  },
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    billing: await getBilling(ctx, params.id),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
