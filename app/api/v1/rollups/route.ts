import { z } from "zod";
import { route } from "@/lib/api/route";
import { RollupAnswer, RollupList, RollupQuery } from "@/lib/ledger/contract/rollup";
import { listRollups } from "@/lib/ledger/list-rollups";
import { runRollup } from "@/lib/ledger/run-rollup";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/rollups",
  summary: "Past rollups, newest first",
  doors: ["api_key", "session"],
  input: RollupQuery,
  output: RollupList,
  handle: async ({ ctx, input }) => {
    const { rollups, next_cursor } = await listRollups(ctx, input);
    return { status: 200 as const, rollups, metadata: { next_cursor } };
  },
});

export const POST = route({
  path: "/rollups",
  summary: "Run the rollup now: post everything that is pending",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: RollupAnswer,
  handle: async ({ ctx }) => ({ status: 200 as const, ...(await runRollup(ctx)) }),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
