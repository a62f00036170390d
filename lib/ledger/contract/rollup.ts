import { z } from "zod";
import { DayText } from "@/lib/platform/contract/days";
import { says } from "@/lib/platform/contract/says";
import { Cursor, pageSize } from "@/lib/platform/contract/scalars";
import { ROLLUP_KINDS } from "../domain/rollup-kind";
import { AccountParty } from "./account";

const Ok = z.literal(200).meta(says("The HTTP status.", 200));
const Metadata = z
  .object({
    next_cursor: z.string().nullable().meta(says("The cursor of the next page; null on the last one.", null)),
  })
  .meta(says("About this page."));

export const Rollup = z
  .object({
    id: z.number().int().meta(says("Number of the rollup, counting from 1 in each company.", 12)),
    posted_at: z.string().meta({ format: "date-time", ...says("When it ran.", "2026-11-23T10:43:00.000Z") }),
    changes: z.number().int().meta(says("Changes it billed.", 3)),
    entries: z.number().int().meta(says("Entries it posted.", 5)),
    does: z
      .string()
      .meta(
        says(
          "What the link did: calls, documents, closing, statements, records (it seals settlements, terms or accounts and posts nothing) or a later addition.",
          "calls",
        ),
      ),
    closes: z.string().nullable().meta(says("The month that it closed.", null)),
    duration_ms: z.number().int().meta(says("How long it took, in milliseconds.", 42)),
    revenue: z.string().optional().meta(says("Its charges less its credits. Takes the permissions for it.", "30.00")),
    payout: z.string().optional().meta(says("Its payouts less its clawbacks. Takes the permissions for it.", "18.00")),
    digest: z.string().meta(says("SHA-256 over its entries and the digest before, hexadecimal.")),
    previous_digest: z.string().meta(says("The digest of the rollup before: nothing posted can change unnoticed.")),
  })
  .meta({ id: "Rollup" });
export type Rollup = z.infer<typeof Rollup>;

export const RollupAnswer = z
  .object({
    status: Ok,
    changes: z.number().int().meta(says("Changes that were billed now.", 3)),
    entries: z.number().int().meta(says("Entries that were posted now.", 5)),
  })
  .meta({ id: "RollupAnswer" });

export const RollupQuery = z
  .strictObject({
    kind: z
      .enum(ROLLUP_KINDS, { error: `Use one of ${ROLLUP_KINDS.join(", ")}.` })
      .meta(says("Only links that did this.", "closing")),
    day: DayText.meta(says("Only those of this day in the company's zone.", "2026-11-23")),
    cursor: Cursor,
    per_page: pageSize(200, 50),
  })
  .partial();
export type RollupQuery = z.infer<typeof RollupQuery>;

export const RollupList = z
  .object({
    status: Ok,
    rollups: z.array(Rollup).meta(says("Newest first.")),
    metadata: Metadata,
  })
  .meta({ id: "RollupList" });

export const RollupEntry = z
  .object({
    id: z.string().meta(says("Name of the entry; never reused.", "call-1042-1-charge")),
    kind: z.string().meta(says("charge, credit, payout, clawback, payment or a later addition.", "charge")),
    amount: z.string().optional().meta(says("Decimal text, never negative. Takes the permissions for it.", "10.00")),
    party: AccountParty.nullable().meta(says("Whose account moves.")),
    booked_on: z.string().meta(says("The day the books have it under.", "2026-11-23")),
    service_date: z.string().meta(says("The day of the call or document.", "2026-11-23")),
    correction: z.boolean().meta(says("Booked later because the month of the service was closed.", false)),
    call_id: z.number().int().nullable().meta(says("The call that it stems from; null for documents.", 1042)),
    document_number: z.number().int().nullable().meta(says("The document that it stems from; null for calls.", null)),
    offsets_entry_id: z.string().nullable().meta(says("The entry that this one takes back.", null)),
    statement_number: z
      .number()
      .int()
      .nullable()
      .meta(says("The statement that it is on; null while none has it.", 31)),
  })
  .meta({ id: "RollupEntry" });
export type RollupEntry = z.infer<typeof RollupEntry>;

export const RollupDetail = z
  .object({
    status: Ok,
    rollup: Rollup,
    statements: z
      .array(z.number().int())
      .meta(says("Numbers of the statements that it issued; at most the first 200.", [])),
    entries: z.array(RollupEntry).meta(says("Its entries by call, a page at a time.")),
    metadata: Metadata,
  })
  .meta({ id: "RollupDetail" });
