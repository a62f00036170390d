import { BUYER } from "@/app/api/v1/_docs/accounts";
import { SAMPLE_ROLLUP } from "@/app/api/v1/_docs/calls";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { RollupDetail, RollupQuery } from "@/lib/ledger/contract/rollup";
import { getRollup } from "@/lib/ledger/get-rollup";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getRollup",
  policy: KEY_OR_SESSION,
  path: "/rollups/{number}",
  params: { number: numberOf("rollup", 12) },
  input: RollupQuery,
  output: RollupDetail,
  statuses: [200, 404],
  docs: {
    section: "Balances",
    title: "Retrieve a rollup",
    about: [
      "Returns a link of the ledger's chain and its entries: a rollup of calls, a batch of documents, the closing of a month, or an issue of statements. Requires the permission `rollups: read`; amounts you can't read are omitted.",
    ],
    example: {
      send: "per_page=20",
      answer: {
        status: 200,
        rollup: SAMPLE_ROLLUP,
        statements: [],
        entries: [
          {
            id: "call-1042-1-charge",
            kind: "charge",
            amount: "10.00",
            party: BUYER,
            booked_on: "2026-11-23",
            service_date: "2026-11-23",
            correction: false,
            call_id: 1042,
            document_number: null,
            offsets_entry_id: null,
            statement_number: null,
          },
        ],
        metadata: { next_cursor: null },
      },
    },
  },
  handle: async ({ ctx, params, input }) => {
    const { next_cursor, ...found } = await getRollup(ctx, params.number, input);
    return { status: 200 as const, ...found, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
