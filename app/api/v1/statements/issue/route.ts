import { OFFER, SUMMARY } from "@/app/api/v1/_docs/statements";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { IssueAnswer, IssueRequest } from "@/lib/statement/contract/statement";
import { issueOrPreview } from "@/lib/statement/issue-or-preview";

export const POST = route({
  name: "issueStatements",
  policy: KEY_OR_SESSION,
  path: "/statements/issue",
  input: IssueRequest,
  output: IssueAnswer,
  statuses: [200, 404, 409],
  saves: "steps",
  docs: {
    section: "Statements",
    title: "Issue statements",
    about: [
      "Issues statements for every cycle that has ended in the company's time zone, for all parties or for one. A cycle without lines gets a statement only if a balance is open; otherwise its days join the next cycle. You don't need to close the month first: later entries go on the next statement.",
      "Pending entries are posted first. With `preview`, nothing is issued or posted, and the response covers only entries posted so far. Repeating the request issues nothing twice. Requires the permission `billing: update`, or `billing: read` for a preview.",
    ],
    example: {
      send: { preview: true, through: "2026-10-31" },
      answer: {
        status: 200,
        issued: false,
        count: 1,
        invoices: { count: 1, billed: "1353.13" },
        payout_statements: { count: 0, billed: "0.00" },
        due: [
          {
            party: SUMMARY.party,
            cycle_start: "2026-10-01",
            cycle_end: "2026-10-31",
            currency: "USD",
            entries: 126,
            ended: true,
            period_open: true,
            opening: "0.00",
            closing: "1353.13",
            billed: "1353.13",
            lines: [{ kind: "charge", offer: OFFER, entries: 125, amount: "1250.00" }],
            taxes: [{ name: "Sales tax", percent: "8.25", net: "1250.00", amount: "103.13", takes_back: null }],
          },
        ],
      },
    },
  },
  handle: ({ ctx, input }) => issueOrPreview(ctx, input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
