import { z } from "zod";
import { ConversionAnswer, ConversionUpdate } from "@/lib/call/contract/call";
import { EntryAmount, EntryKind } from "@/lib/conversion/contract/entry";
import { PreviewCap } from "@/lib/conversion/contract/preview";
import { Problem } from "@/lib/platform/contract/problem";
import { says } from "@/lib/platform/contract/says";
import { Cursor, IdText, pageSize, text } from "@/lib/platform/contract/scalars";

const UPDATES_AT_MOST = 1_000;

/** One update of a bulk: the call, and the fields of a single update. */
export const BulkItem = ConversionUpdate.extend({
  id: IdText.meta({ description: "ID of the call." }).optional(),
  uuid: z.uuid("Enter a UUID.").meta({ description: "UUID of the call, in place of its ID." }).optional(),
}).meta({ id: "BulkItem" });

const Reason = text(1, 2000).meta(says("Why the batch is sent, shown with it.", "Sales of week 47"));

export const BulkRequest = z
  .strictObject({
    // Each is parsed on its own, so that an invalid one stops no other.
    updates: z
      .array(z.record(z.string(), z.unknown()), `Send a list of 1 to ${UPDATES_AT_MOST} updates.`)
      .min(1, `Send a list of 1 to ${UPDATES_AT_MOST} updates.`)
      .max(UPDATES_AT_MOST, `Send at most ${UPDATES_AT_MOST} updates.`)
      .meta({ description: "Updates, each with the `id` or `uuid` of a call and fields as in `PUT /calls/{id}`." }),
    reason: Reason.optional(),
  })
  .meta({ id: "BulkRequest" });
export type BulkRequest = z.output<typeof BulkRequest>;

const Count = z.number().int().nonnegative();
const Time = z.string().meta({ format: "date-time" });

export const Batch = z
  .object({
    id: z.number().int().meta(says("ID of the batch.", 31)),
    kind: z.string().meta(says("`bulk`, or `undo`. New kinds may be added.", "bulk")),
    state: z
      .enum(["running", "done", "interrupted"])
      .meta(says("An interrupted batch ended with its server: what was answered is saved.", "done")),
    by: z
      .object({
        type: z.string().meta(says("Type of whoever sent it.", "api_key")),
        name: z.string().meta(says("Name of whoever sent it.", "Warehouse sync")),
      })
      .meta(says("Who sent it.")),
    reason: z.string().nullable().optional().meta(says("Reason. Omitted if you can't read it.", "Sales of week 47")),
    started_at: Time.meta(says("When it began.", "2026-11-23T10:42:00.000Z")),
    finished_at: Time.nullable().meta(says("When it ended. Null while it is running.", "2026-11-23T10:42:01.000Z")),
    received: Count.meta(says("Number of updates.", 2)),
    changed: Count.meta(says("Updates that changed their call.", 1)),
    held: Count.meta(says("Updates that wait in the inbox.", 0)),
    rejected: Count.meta(says("Updates that were rejected.", 1)),
    calls: Count.meta(says("Calls that were changed.", 1)),
    undoes: z.number().int().nullable().meta(says("ID of the batch that it undoes. Null for a bulk.", null)),
    undone_by: z.number().int().nullable().meta(says("ID of the batch that undid it. Null if none did.", null)),
  })
  .meta({ id: "Batch", ...says("A bulk of updates, or its undoing.") });
export type Batch = z.output<typeof Batch>;

const BulkProblem = z
  .object({
    status: z.number().int().meta(says("HTTP status that the update alone would get.", 422)),
    problem: Problem.meta(says("Why the update was rejected.")),
  })
  .meta({ id: "BulkProblem" });

const BulkResult = z.union([ConversionAnswer, BulkProblem]);
export type BulkResult = z.output<typeof BulkResult>;

export const BulkAnswer = z
  .object({
    status: z.literal(207).meta(says("HTTP status.", 207)),
    results: z.array(BulkResult).meta(says("One result for each update, in the same order.")),
    batch: Batch.meta(says("The batch.")),
  })
  .meta({ id: "BulkAnswer" });
export type BulkAnswer = z.output<typeof BulkAnswer>;

const EntrySum = z
  .object({
    kind: EntryKind,
    period: z.string().meta(says("Month of the books in which the entries would be posted.", "2026-11")),
    correction: z.boolean().meta(says("True if the month of their calls is closed.", false)),
    count: Count.meta(says("Number of entries.", 2)),
    amount: EntryAmount.optional(),
  })
  .meta({ id: "EntrySum" });

/** What a batch would change and post in sum. */
export const BatchTotals = z
  .object({
    changed: Count.meta(says("Updates that would change their call.", 2)),
    held: Count.meta(says("Updates that would wait in the inbox.", 0)),
    rejected: Count.meta(says("Updates that would be rejected.", 0)),
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    entries: z.array(EntrySum).meta(says("Entries that the next rollup would post, by kind, month, and correction.")),
    caps: z.array(PreviewCap).meta(says("Caps whose usage would change.", [])),
  })
  .meta({ id: "BatchTotals" });
export type BatchTotals = z.output<typeof BatchTotals>;

const PlannedResult = z
  .object({
    status: z.literal(200).meta(says("HTTP status that the update alone would get.", 200)),
    changed: z.boolean().meta(says("True if the call would change.", true)),
    held: z.literal(true).optional().meta(says("True if the update would wait in the inbox.")),
    call_id: z.number().int().meta(says("ID of the call.", 1042)),
  })
  .meta({ id: "PlannedResult" });

export const BulkPreview = z
  .object({
    status: z.literal(207).meta(says("HTTP status.", 207)),
    dry_run: z.literal(true).meta(says("Always true: nothing was saved.", true)),
    results: z.array(z.union([PlannedResult, BulkProblem])).meta(says("One result for each update.")),
    totals: BatchTotals.meta(says("What the next rollup would post, in sum.")),
  })
  .meta({ id: "BulkPreview" });
export type BulkPreview = z.output<typeof BulkPreview>;

export const BulkWriteAnswer = z.union([BulkAnswer, BulkPreview]);

const Ok = z.literal(200).meta(says("HTTP status.", 200));
export const BatchAnswer = z.object({ status: Ok, batch: Batch }).meta({ id: "BatchAnswer" });
export const BatchQuery = z.strictObject({ cursor: Cursor, per_page: pageSize(200, 50) }).partial();
export type BatchQuery = z.output<typeof BatchQuery>;
export const BatchList = z
  .object({
    status: Ok,
    batches: z.array(Batch).meta(says("Batches, newest first.")),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)),
      })
      .meta(says("Pagination.")),
  })
  .meta({ id: "BatchList" });

export const UndoRequest = z.strictObject({ reason: Reason.optional() });

const LeftCall = z
  .object({
    call_id: z.number().int().meta(says("ID of the call.", 1042)),
    detail: z.string().meta(says("Why it was left alone.", "The call changed after the batch.")),
  })
  .meta({ id: "LeftCall" });
export type LeftCall = z.output<typeof LeftCall>;

export const UndoAnswer = z
  .object({
    status: Ok,
    dry_run: z.literal(true).optional().meta(says("True for a preview: nothing was saved.")),
    restored: Count.meta(says("Calls that were put back as they stood before the batch.", 1)),
    left: z.array(LeftCall).meta(says("Calls that were left alone, and why. At most 1,000.", [])),
    batch: Batch.optional().meta(says("The batch that undid it. Omitted in a preview.")),
    totals: BatchTotals.optional().meta(says("In a preview: what the next rollup would post, in sum.")),
  })
  .meta({ id: "UndoAnswer" });
export type UndoAnswer = z.output<typeof UndoAnswer>;
