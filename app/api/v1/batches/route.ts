import { BATCH, UNDONE } from "@/app/api/v1/_docs/batches";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { BatchList, BatchQuery } from "@/lib/batch/contract";
import { listBatches } from "@/lib/batch/list-batches";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listBatches",
  policy: KEY_OR_SESSION,
  path: "/batches",
  input: BatchQuery,
  output: BatchList,
  statuses: [200],
  docs: {
    section: "Batches",
    title: "List batches",
    about: ["Returns bulks and their undoings, newest first. Requires the permission `calls: read`."],
    example: {
      send: "per_page=20",
      answer: { status: 200, batches: [UNDONE, { ...BATCH, undone_by: 32 }], metadata: { next_cursor: null } },
    },
  },
  handle: async ({ ctx, input }) => {
    const { batches, next_cursor } = await listBatches(ctx, input);
    return { status: 200 as const, batches, metadata: { next_cursor } };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
