import { BATCH } from "@/app/api/v1/_docs/batches";
import { SAMPLE_CALL } from "@/app/api/v1/_docs/calls";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { BulkRequest, BulkWriteAnswer } from "@/lib/batch/contract";
import { previewUpdates } from "@/lib/batch/preview-batch";
import { updateCalls } from "@/lib/batch/update-calls";
import { otherMethods } from "@/lib/platform/http/other-methods";

const KIBIBYTES_AT_MOST = 10 * 1024;

export const POST = route({
  name: "updateCalls",
  policy: KEY_OR_SESSION,
  path: "/calls/bulk",
  input: BulkRequest,
  output: BulkWriteAnswer,
  statuses: [207],
  dryRun: true,
  saves: "shared",
  kibibytesAtMost: KIBIBYTES_AT_MOST,
  docs: {
    section: "Batches",
    title: "Update many calls",
    about: [
      "Applies up to 1,000 updates, 10 MiB at most, in order. Each has the `id` or `uuid` of a call and the fields of `PUT /calls/{id}`, and gets the answer that it would get alone: an invalid update, or one that you may not make, stops no other. Several updates of the same call apply one after the other.",
      "The updates are saved together, as one batch that you can read and undo. With an `Idempotency-Key`, the same request gets the same answer and adds nothing. With `dry_run=true` nothing is saved: `totals` adds up the entries that the next rollup would post, by kind, month, and correction.",
    ],
    example: {
      send: {
        reason: "Sales of week 47",
        updates: [
          { id: 1042, buyer_converted: true, revenue: "10" },
          { id: 1042, revenue: "ten" },
        ],
      },
      answer: {
        status: 207,
        results: [
          { status: 200, changed: true, call: SAMPLE_CALL },
          {
            status: 422,
            problem: {
              type: "/docs/api#invalid",
              title: "Invalid input",
              status: 422,
              detail: "Some values are invalid. Nothing was saved.",
              code: "invalid",
              request_id: "5f0d7c52-8f0e-4b5a-9c39-6d1f1f0a7e11",
              errors: { revenue: "Enter an amount such as 10 or 10.50." },
            },
          },
        ],
        batch: BATCH,
      },
    },
  },
  handle: ({ ctx, input, dryRun }) => (dryRun ? previewUpdates : updateCalls)(ctx, input),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
