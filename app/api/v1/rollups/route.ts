import { SAMPLE_ROLLUP } from "@/app/api/v1/_docs/calls";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { RollupAnswer, RollupList, RollupQuery } from "@/lib/ledger/contract/rollup";
import { listRollups } from "@/lib/ledger/list-rollups";
import { runRollup } from "@/lib/ledger/run-rollup";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listRollups",
  policy: KEY_OR_SESSION,
  path: "/rollups",
  input: RollupQuery,
  output: RollupList,
  statuses: [200],
  docs: {
    section: "Balances",
    title: "List rollups",
    about: [
      "Returns rollups, newest first. Each is sealed: its digest covers its entries and the previous digest. You can combine `kind` and `day`. Requires the permission `rollups: read`.",
    ],
    example: {
      send: "kind=calls&per_page=20",
      answer: { status: 200, rollups: [SAMPLE_ROLLUP], metadata: { next_cursor: null } },
    },
  },
  handle: async ({ ctx, input }) => {
    const { rollups, next_cursor } = await listRollups(ctx, input);
    return { status: 200 as const, rollups, metadata: { next_cursor } };
  },
});

export const POST = route({
  name: "runRollup",
  policy: KEY_OR_SESSION,
  path: "/rollups",
  output: RollupAnswer,
  statuses: [200],
  saves: "steps",
  docs: {
    section: "Balances",
    title: "Run a rollup",
    about: [
      "Posts all pending entries now instead of waiting for the next scheduled rollup. Running it repeatedly or concurrently never posts an entry twice. Requires the permission `rollups: update`.",
    ],
    example: { answer: { status: 200, changes: 3, entries: 5 } },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, ...(await runRollup(ctx)) }),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
