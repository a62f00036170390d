import { DETAILS, OFFER, SUMMARY } from "@/app/api/v1/_docs/statements";
import { StatementNumber } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { StatementAnswer } from "@/lib/statement/contract/statement";
import { getStatement } from "@/lib/statement/get-statement";

export const GET = route({
  name: "getStatement",
  policy: KEY_OR_SESSION,
  path: "/statements/{number}",
  params: { number: StatementNumber },
  output: StatementAnswer,
  statuses: [200, 404],
  docs: {
    section: "Statements",
    title: "Get a statement with its sums and taxes",
    about: [
      "By `INV-000123` or `123`. Details, terms, taxes and names are those of the day it was issued. Opening balance and lines and taxes are the closing balance; a negative one carries forward. Tax is at the rates in force when it was issued; what takes back an entry of an earlier statement is taxed as that statement was, in lines of their own where that was otherwise (`takes_back`). `to_pay` is for its due date; what is `carried` over is due as the statements before say.",
      "How it stands now is beside that, and changes with every payment: `state`, `allocated`, what is still `open`, and the documents that settle it.",
    ],
    example: {
      answer: {
        status: 200,
        statement: {
          ...SUMMARY,
          allocated: "500.00",
          previous: null,
          issuer: { ...DETAILS, legal_name: "Acme Home Services" },
          recipient: DETAILS,
          carried: "0.00",
          to_pay: "1353.13",
          cycle: "monthly",
          net_days: 30,
          lines: [{ kind: "charge", offer: OFFER, entries: 125, amount: "1250.00" }],
          taxes: [{ name: "Sales tax", percent: "8.25", net: "1250.00", amount: "103.13", takes_back: null }],
          late_lines: 0,
          digest: "5b1f0c8e8f8e4a5f6d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6",
          rollup_id: 14,
          open: "853.13",
          allocations: [
            { document: 31, kind: "payment", dated: "2026-11-23", reference: "Wire 4711", amount: "500.00" },
          ],
        },
      },
    },
  },
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    statement: await getStatement(ctx, params.number),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
