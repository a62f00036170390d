import { z } from "zod";
import { CountText, text } from "./scalars";

const BilledParty = z.object({ type: z.enum(["buyer", "traffic_source"]), id: z.number().int(), name: z.string() });
const Amount = z.string().meta({ example: "10.00" });
const Kind = z
  .string()
  .meta({ description: "charge, credit, payout, clawback or a later addition.", example: "charge" });

export const PendingEntry = z
  .object({
    kind: Kind,
    amount: Amount.optional(),
    party: BilledParty,
    change_version: z.number().int(),
    /** Version of the charge or payout that a credit or clawback will take back. */
    offsets_version: z.number().int().nullable(),
  })
  .meta({ id: "PendingEntry" });
export type PendingEntry = z.infer<typeof PendingEntry>;

export const Entry = z
  .object({
    id: z.string(),
    kind: Kind,
    amount: Amount.optional(),
    party: BilledParty,
    debit_account: z.string().optional(),
    credit_account: z.string().optional(),
    offsets_entry_id: z.string().nullable(),
    correction: z.boolean(),
    change_version: z.number().int(),
    rollup_id: z.number().int(),
    period: z.string().meta({ example: "2026-11" }),
    posted_at: z.string().meta({ format: "date-time" }),
  })
  .meta({ id: "Entry" });
export type Entry = z.infer<typeof Entry>;

export const Billing = z
  .object({
    currency: z.string(),
    pending: z.array(PendingEntry),
    entries: z.array(Entry),
    totals: z
      .object({
        charged: Amount,
        credited: Amount,
        payouts: Amount,
        clawbacks: Amount,
        net_revenue: Amount,
        net_payout: Amount,
      })
      .optional(),
    next_rollup_at: z.string().meta({ format: "date-time", description: "When what is pending will be posted." }),
  })
  .meta({ id: "Billing" });
export type Billing = z.infer<typeof Billing>;

export const BillingAnswer = z.object({ status: z.literal(200), billing: Billing }).meta({ id: "BillingAnswer" });

export const Rollup = z
  .object({
    id: z.number().int(),
    posted_at: z.string().meta({ format: "date-time" }),
    changes: z.number().int(),
    entries: z.number().int(),
    digest: z.string().meta({ description: "SHA-256 over these entries and the digest before, hexadecimal." }),
    previous_digest: z.string(),
  })
  .meta({ id: "Rollup" });
export type Rollup = z.infer<typeof Rollup>;

export const RollupAnswer = z
  .object({
    status: z.literal(200),
    changes: z.number().int().meta({ description: "Changes that were billed now." }),
    entries: z.number().int().meta({ description: "Entries that were posted now." }),
  })
  .meta({ id: "RollupAnswer" });

export const RollupQuery = z
  .strictObject({
    cursor: text(1, 200).meta({ description: "next_cursor of the page before." }),
    per_page: CountText.refine((count) => count >= 1 && count <= 200, "Write a number from 1 to 200."),
  })
  .partial();

export const RollupList = z
  .object({
    status: z.literal(200),
    rollups: z.array(Rollup),
    metadata: z.object({ next_cursor: z.string().nullable() }),
  })
  .meta({ id: "RollupList" });
