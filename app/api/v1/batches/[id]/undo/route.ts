import { UNDONE } from "@/app/api/v1/_docs/batches";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { UndoAnswer, UndoRequest } from "@/lib/batch/contract";
import { previewUndo, undoBatch } from "@/lib/batch/undo-batch";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "undoBatch",
  policy: KEY_OR_SESSION,
  path: "/batches/{id}/undo",
  params: { id: numberOf("batch", 31) },
  input: UndoRequest,
  output: UndoAnswer,
  statuses: [200, 404, 409],
  dryRun: true,
  saves: "steps",
  docs: {
    section: "Batches",
    title: "Undo a batch",
    about: [
      "Puts the sides of every call of the batch back as they stood before: flags, amounts, parties, and how they were decided. Tokens stay. Nothing is deleted: offsetting changes are made as a new batch, which can be undone, too. Calls that changed after the batch are left alone and listed in `left`; so are calls with a locked side if an API key asks. Entries of closed months are offset by corrections.",
      "Undoing a batch again changes nothing; after an interruption it continues. With `dry_run=true` nothing is saved and `totals` adds up what the next rollup would post. Requires the permissions to update both sides: `call.buyer_converted`, `call.offer_converted`, `call.revenue`, and `call.payout`.",
    ],
    example: { send: { reason: "Sent twice" }, answer: { status: 200, restored: 1, left: [], batch: UNDONE } },
  },
  handle: ({ ctx, params, input, dryRun }) => (dryRun ? previewUndo(ctx, params.id) : undoBatch(ctx, params.id, input)),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
