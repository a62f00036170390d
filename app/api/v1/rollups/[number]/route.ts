import { route } from "@/lib/api/route";
import { RollupDetail, RollupQuery } from "@/lib/ledger/contract/rollup";
import { getRollup } from "@/lib/ledger/get-rollup";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/rollups/{number}",
  summary: "A rollup and its entries",
  doors: ["api_key", "session"],
  input: RollupQuery,
  output: RollupDetail,
  handle: async ({ ctx, params, input }) => {
    const { next_cursor, ...found } = await getRollup(ctx, partyId(params.number), input);
    return { status: 200 as const, ...found, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
