import { RollupDetail, RollupQuery } from "@/lib/contracts/rollups";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";
import { getRollup } from "@/lib/services/ledger/get-rollup";

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
