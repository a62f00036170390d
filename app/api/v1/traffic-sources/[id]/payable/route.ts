import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { PayableAnswer } from "@/lib/document/contract";
import { getPayable } from "@/lib/document/get-payable";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getPayable",
  policy: KEY_OR_SESSION,
  path: "/traffic-sources/{id}/payable",
  params: { id: numberOf("traffic source", 9) },
  output: PayableAnswer,
  statuses: [200, 404],
  docs: {
    section: "Accounts",
    title: "Retrieve what is payable to a traffic source",
    about: [
      "Returns what the traffic source has earned and how much of it you can pay now. A payout becomes payable after the hold days of the billing profile, counted from its booking day, and once the minimum payment is reached. Requires the permissions `billing: read` and `call.payout: read`.",
    ],
    example: {
      answer: {
        status: 200,
        payable: {
          currency: "USD",
          earned: "900.00",
          held: "200.00",
          paid: "500.00",
          released: "200.00",
          payable: "200.00",
          why: null,
          hold_days: 14,
          minimum_payment: "50.00",
        },
      },
    },
  },
  handle: async ({ ctx, params }) => ({ status: 200 as const, payable: await getPayable(ctx, params.id) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
