import { z } from "zod";
import { BilledParty, EntryAmount, EntryKind } from "@/lib/conversion/contract/entry";
import { says } from "@/lib/platform/contract/says";

const NetAmount = z
  .string()
  .meta(says("Decimal amount in the company's currency; negative if more was reversed.", "10.00"));
const ChangeVersion = z.number().int().meta(says("Version of the call whose change caused the entry.", 1));

export const PendingEntry = z
  .object({
    kind: EntryKind,
    amount: EntryAmount.optional(),
    party: BilledParty,
    change_version: ChangeVersion,
    offsets_version: z
      .number()
      .int()
      .nullable()
      .meta(says("For a credit or clawback: version of the call whose charge or payout it will offset.", null)),
  })
  .meta({ id: "PendingEntry", ...says("Entry that the next rollup will post.") });
export type PendingEntry = z.infer<typeof PendingEntry>;

export const Entry = z
  .object({
    id: z.string().meta(says("ID of the entry.", "call-1042-1-charge")),
    kind: EntryKind,
    amount: EntryAmount.optional(),
    party: BilledParty,
    debit_account: z.string().optional().meta(says("Debited account.", "buyer_receivable")),
    credit_account: z.string().optional().meta(says("Credited account.", "revenue")),
    offsets_entry_id: z
      .string()
      .nullable()
      .meta(says("For a credit or clawback: ID of the entry that it offsets. An entry can be offset only once.", null)),
    correction: z
      .boolean()
      .meta(says("True if it was posted to a later month because the month of the call was closed.", false)),
    service_date: z.string().meta(says("Day of the call in the company's time zone.", "2026-11-23")),
    booked_on: z.string().meta(says("Booking day. Later than `service_date` for a correction.", "2026-11-23")),
    statement_number: z
      .number()
      .int()
      .nullable()
      .optional()
      .meta(says("Number of the invoice or payout statement that lists it. Null until one does.", null)),
    change_version: ChangeVersion,
    rollup_id: z.number().int().meta(says("ID of the rollup that posted it.", 12)),
    period: z.string().meta(says("Month of the books.", "2026-11")),
    posted_at: z
      .string()
      .meta({ format: "date-time", ...says("When the entry was posted.", "2026-11-23T10:43:00.000Z") }),
  })
  .meta({ id: "Entry", ...says("Movement of money. Entries are never edited or deleted.") });
export type Entry = z.infer<typeof Entry>;

const Totals = z
  .object({
    charged: EntryAmount.meta(says("Sum of the charges. Decimal amount in the company's currency.", "10.00")),
    credited: EntryAmount.meta(says("Sum of the credits.", "0.00")),
    payouts: EntryAmount.meta(says("Sum of the payouts.", "6.00")),
    clawbacks: EntryAmount.meta(says("Sum of the clawbacks.", "0.00")),
    net_revenue: NetAmount.meta(says("Charges less credits.", "10.00")),
    net_payout: NetAmount.meta(says("Payouts less clawbacks.", "6.00")),
  })
  .meta(says("Totals of the posted entries. Omitted unless you can read all amounts."));

export const Billing = z
  .object({
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    pending: z.array(PendingEntry).meta(says("Entries that the next rollup will post.")),
    entries: z.array(Entry).meta(says("Posted entries, in posting order.")),
    totals: Totals.optional(),
    closed_month: z
      .object({
        month: z.string().meta(says("Month of the call, which is closed.", "2026-10")),
        booked_in: z.string().meta(says("Oldest open month, in which corrections are booked.", "2026-11")),
      })
      .nullable()
      .meta(
        says(
          "Set if the month of the call is closed: changes to the call then post corrections in a later month. Otherwise null.",
          null,
        ),
      ),
    next_rollup_at: z.string().meta({
      format: "date-time",
      ...says("When the next rollup will post pending entries.", "2026-11-23T10:44:00.000Z"),
    }),
  })
  .meta({ id: "Billing", ...says("Billing of a call.") });
export type Billing = z.infer<typeof Billing>;

const Ok = z.literal(200).meta(says("HTTP status.", 200));

export const BillingAnswer = z.object({ status: Ok, billing: Billing }).meta({ id: "BillingAnswer" });
