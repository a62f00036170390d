import { z } from "zod";
import { BilledParty, EntryAmount, EntryKind } from "@/lib/conversion/contract/entry";
import { says } from "@/lib/platform/contract/says";

const NetAmount = z.string().meta(says("Decimal text; negative where more was taken back.", "10.00"));
const ChangeVersion = z.number().int().meta(says("The version of the call whose change it stems from.", 1));

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
      .meta(says("For a credit or clawback: the version whose charge or payout it will take back.", null)),
  })
  .meta({ id: "PendingEntry", ...says("What the next rollup will post.") });
export type PendingEntry = z.infer<typeof PendingEntry>;

export const Entry = z
  .object({
    id: z.string().meta(says("Name of the entry; never reused.", "call-1042-1-charge")),
    kind: EntryKind,
    amount: EntryAmount.optional(),
    party: BilledParty,
    debit_account: z.string().optional().meta(says("Account that is debited.", "buyer_receivable")),
    credit_account: z.string().optional().meta(says("Account that is credited.", "revenue")),
    offsets_entry_id: z
      .string()
      .nullable()
      .meta(says("For a credit or clawback: the entry it takes back. Each is taken back once at most.", null)),
    correction: z.boolean().meta(says("Posted to a later month because that of the call was closed.", false)),
    service_date: z.string().meta(says("The day of the call, in the company's zone.", "2026-11-23")),
    booked_on: z
      .string()
      .meta(says("The day the books have it under; later than the call's for a correction.", "2026-11-23")),
    statement_number: z
      .number()
      .int()
      .nullable()
      .optional()
      .meta(says("The invoice or payout statement that it is on; null while none has it.", null)),
    change_version: ChangeVersion,
    rollup_id: z.number().int().meta(says("The rollup that posted it.", 12)),
    period: z.string().meta(says("Month of the books.", "2026-11")),
    posted_at: z.string().meta({ format: "date-time", ...says("When it was posted.", "2026-11-23T10:43:00.000Z") }),
  })
  .meta({ id: "Entry", ...says("A movement of money. Never edited, never deleted.") });
export type Entry = z.infer<typeof Entry>;

const Totals = z
  .object({
    charged: EntryAmount.meta(says("Sum of the charges.", "10.00")),
    credited: EntryAmount.meta(says("Sum of the credits.", "0.00")),
    payouts: EntryAmount.meta(says("Sum of the payouts.", "6.00")),
    clawbacks: EntryAmount.meta(says("Sum of the clawbacks.", "0.00")),
    net_revenue: NetAmount.meta(says("Charges less credits.", "10.00")),
    net_payout: NetAmount.meta(says("Payouts less clawbacks.", "6.00")),
  })
  .meta(says("What the posted entries come to. Only for those who may read all amounts."));

export const Billing = z
  .object({
    currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
    pending: z.array(PendingEntry).meta(says("What the next rollup will post.")),
    entries: z.array(Entry).meta(says("What was posted, in the order of posting.")),
    totals: Totals.optional(),
    closed_month: z
      .object({
        month: z.string().meta(says("The month of the call. What is booked in it stays.", "2026-10")),
        booked_in: z.string().meta(says("The oldest open month, where corrections are booked.", "2026-11")),
      })
      .nullable()
      .meta(
        says(
          "Where the month of the call is closed: what a change of it posts is a correction in another month. Else null.",
          null,
        ),
      ),
    next_rollup_at: z
      .string()
      .meta({ format: "date-time", ...says("When what is pending will be posted.", "2026-11-23T10:44:00.000Z") }),
  })
  .meta({ id: "Billing", ...says("The billing detail of a call.") });
export type Billing = z.infer<typeof Billing>;

const Ok = z.literal(200).meta(says("The HTTP status.", 200));

export const BillingAnswer = z.object({ status: Ok, billing: Billing }).meta({ id: "BillingAnswer" });
