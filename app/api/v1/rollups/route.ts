import { z } from "zod";
import { RollupAnswer, RollupList, RollupQuery } from "@/lib/contracts/rollups";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { listRollups } from "@/lib/services/ledger/list-rollups";
import { runRollup } from "@/lib/services/ledger/run-rollup";

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
