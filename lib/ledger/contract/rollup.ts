import { z } from "zod";
import { DayText } from "@/lib/platform/contract/days";
import { says } from "@/lib/platform/contract/says";
import { Cursor, pageSize } from "@/lib/platform/contract/scalars";
import { ROLLUP_KINDS } from "../domain/rollup-kind";
import { AccountParty } from "./account";

const Ok = z.literal(200).meta(says("HTTP status.", 200));
const Metadata = z
  .object({
    next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)),
  })
  .meta(says("Pagination."));

export const Rollup = z
  .object({
    id: z.number().int().meta(says("ID of the rollup, counted from 1 in each company.", 12)),
    posted_at: z.string().meta({ format: "date-time", ...says("When the rollup ran.", "2026-11-23T10:43:00.000Z") }),
    changes: z.number().int().meta(says("Number of changes billed.", 3)),
    entries: z.number().int().meta(says("Number of entries posted.", 5)),
    does: z
      .string()
      .meta(
        says(
          "What the rollup did: `calls`, `documents`, `closing`, `statements`, or `records` (seals allocations, terms, or accounts without posting). New values may be added.",
          "calls",
        ),
      ),
    closes: z.string().nullable().meta(says("Month that it closed.", null)),
    duration_ms: z.number().int().meta(says("Duration in milliseconds.", 42)),
    revenue: z
      .string()
      .optional()
      .meta(
        says("Charges less credits. Decimal amount in the company's currency. Omitted if you can't read it.", "30.00"),
      ),
    payout: z
      .string()
      .optional()
      .meta(
        says(
          "Payouts less clawbacks. Decimal amount in the company's currency. Omitted if you can't read it.",
          "18.00",
        ),
      ),
    digest: z.string().meta(says("SHA-256 of its entries and the previous digest, hexadecimal.")),
    previous_digest: z
      .string()
      .meta(says("Digest of the previous rollup. The chain of digests reveals any later change to posted entries.")),
  })
  .meta({ id: "Rollup" });
export type Rollup = z.infer<typeof Rollup>;

export const RollupAnswer = z
  .object({
    status: Ok,
    changes: z.number().int().meta(says("Number of changes billed.", 3)),
    entries: z.number().int().meta(says("Number of entries posted.", 5)),
  })
  .meta({ id: "RollupAnswer" });

export const RollupQuery = z
  .strictObject({
    kind: z
      .enum(ROLLUP_KINDS, { error: `Use one of ${ROLLUP_KINDS.join(", ")}.` })
      .meta(says("Filter by what the rollup did.", "closing")),
    day: DayText.meta(says("Filter by day in the company's time zone.", "2026-11-23")),
    cursor: Cursor,
    per_page: pageSize(200, 50),
  })
  .partial();
export type RollupQuery = z.infer<typeof RollupQuery>;

export const RollupList = z
  .object({
    status: Ok,
    rollups: z.array(Rollup).meta(says("Rollups, newest first.")),
    metadata: Metadata,
  })
  .meta({ id: "RollupList" });

export const RollupEntry = z
  .object({
    id: z.string().meta(says("ID of the entry.", "call-1042-1-charge")),
    kind: z
      .string()
      .meta(
        says(
          "`charge`, `credit`, `payout`, `clawback`, or a kind of document such as `payment`. New kinds may be added.",
          "charge",
        ),
      ),
    amount: z
      .string()
      .optional()
      .meta(says("Decimal amount in the company's currency, never negative. Omitted if you can't read it.", "10.00")),
    party: AccountParty.nullable().meta(
      says(
        "Buyer or traffic source that is billed or paid. Null if the entry affects only the company's own accounts.",
      ),
    ),
    booked_on: z.string().meta(says("Booking day.", "2026-11-23")),
    service_date: z.string().meta(says("Day of the call or document.", "2026-11-23")),
    correction: z
      .boolean()
      .meta(says("True if it was booked in a later month because the month of `service_date` was closed.", false)),
    call_id: z.number().int().nullable().meta(says("ID of the call behind the entry. Null for documents.", 1042)),
    document_number: z
      .number()
      .int()
      .nullable()
      .meta(says("Number of the document behind the entry. Null for calls.", null)),
    offsets_entry_id: z.string().nullable().meta(says("ID of the entry that this one offsets.", null)),
    statement_number: z
      .number()
      .int()
      .nullable()
      .meta(says("Number of the statement that lists it. Null until one does.", 31)),
  })
  .meta({ id: "RollupEntry" });
export type RollupEntry = z.infer<typeof RollupEntry>;

export const RollupDetail = z
  .object({
    status: Ok,
    rollup: Rollup,
    statements: z.array(z.number().int()).meta(says("Numbers of the statements that it issued, up to 200.", [])),
    entries: z.array(RollupEntry).meta(says("Entries, by call.")),
    metadata: Metadata,
  })
  .meta({ id: "RollupDetail" });
