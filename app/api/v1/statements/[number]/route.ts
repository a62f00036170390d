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
    title: "Retrieve a statement",
    about: [
      "Send the number as `INV-000123` or `123`. Details, terms, taxes, and names are those of the day it was issued. The closing balance is the opening balance plus lines and taxes; a negative balance carries forward. Tax uses the rates in force on the day of issue. Credits and clawbacks of an earlier statement use that statement's rates; if those differ, they have separate tax lines with `takes_back`. `to_pay` is due on `due_on`; the `carried` amount is due on the dates of the earlier statements.",
      "`state`, `allocated`, `open`, and `allocations` show the current state and change with every payment.",
    ],
    example: {
      answer: {
        status: 200,
        statement: {
          ...SUMMARY,
          allocated: "500.00",
          previous: null,
          issuer: { ...DETAILS, legal_name: "Acme Home Services" },
          logo_url: null,
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
