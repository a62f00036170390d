import { z } from "zod";
import { isDay } from "@/lib/base/is-day";
import { AccountParty } from "@/lib/ledger/contract/account";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, asks, Cursor, MoneyText, pageSize, text } from "@/lib/platform/contract/scalars";
import { ADJUSTED_ACCOUNTS, RECORDED_KINDS } from "./domain/document-kind";
import { parseStatementName } from "./domain/statement-number";

const DAY_SENTENCE = "Enter a day such as 2026-11-23.";
const DayText = z
  .string({ error: DAY_SENTENCE })
  .refine((day) => isDay(day) && day >= "1970-01-01", asks("Enter a date.", DAY_SENTENCE));
const PART_SENTENCE = "Enter an amount such as 10.50, or -10.50 for an open credit.";
const PartText = z
  .string({ error: PART_SENTENCE })
  .regex(/^-?[0-9]{1,9}(\.[0-9]{1,4})?$/, PART_SENTENCE)
  .meta({ type: "string", example: "10.00" });
const RequestId = z
  .uuid({ error: "Send a new UUID for each document." })
  .meta(
    says(
      "A uuid of your own. The same one with the same words is answered with the document that it made; with other words, 409.",
      "6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
    ),
  );
const STATEMENT_SENTENCE = "Enter a statement number such as 12 or INV-000012.";
const StatementName = z
  .string({ error: STATEMENT_SENTENCE })
  .refine((name) => parseStatementName(name) !== null, STATEMENT_SENTENCE)
  .transform((name) => parseStatementName(name)?.number ?? 0)
  .meta({ anyOf: [{ type: "integer" }, { type: "string" }] });
const STATEMENTS_AT_ONCE = 200;
const Parts = z
  .array(
    z.strictObject({
      statement: StatementName.meta(says("A statement of the same party: 12 or INV-000012.", 12)),
      amount: PartText.meta(says("How much of it; with a minus where the statement gives back.", "100.00")),
    }),
    { error: "Send a list of statements with amounts." },
  )
  .max(STATEMENTS_AT_ONCE, `Send at most ${STATEMENTS_AT_ONCE} statements.`);
const DIRECTIONS = ["increase", "decrease"] as const;

export const NewDocument = z
  .strictObject({
    kind: z
      .enum(RECORDED_KINDS, { error: `Use one of ${RECORDED_KINDS.join(", ")}.` })
      .meta(says("What it is: payment, refund, adjustment, write_off or opening_balance.", "payment")),
    amount: MoneyText.meta(says("Above 0.", "100.00")),
    dated: DayText.optional().meta(
      says("Its day, not in the future or more than ten years back; today unless told.", "2026-11-23"),
    ),
    direction: z
      .enum(DIRECTIONS, { error: "Use increase or decrease." })
      .optional()
      .meta(
        says(
          "For an adjustment or opening balance: whether what a buyer owes, or a source has earned, gets more or less.",
        ),
      ),
    against: z
      .enum(ADJUSTED_ACCOUNTS, { error: `Use ${ADJUSTED_ACCOUNTS.join(" or ")}.` })
      .optional()
      .meta(
        says(
          "For an adjustment: tax where it corrects the tax that was billed, so that the account of tax comes right; adjustments unless told.",
        ),
      ),
    reference: text(1, 200).optional().meta(says("What the bank or the other side calls it.", "Wire 4711")),
    reason: text(1, 2000).optional().meta(says("Why; adjustments and write-offs need one.")),
    allocations: Parts.optional().meta(
      says("Which statements it settles, and how much of each; the one due first, first, unless told. Empty: none."),
    ),
    request_id: RequestId.optional(),
    allow_duplicate: ApiBoolean.optional().meta(
      says(
        "Record it although the same stands: of this party, kind, amount, day and reference. Else that is a 409, which holds the `document` that stands.",
        false,
      ),
    ),
  })
  .meta({ id: "NewDocument" });
export type NewDocument = z.output<typeof NewDocument>;

export const DocumentReversal = z
  .strictObject({
    reason: text(1, 2000, "Enter a reason.").meta(says("Why it is taken back.", "The bank returned it.")),
    dated: DayText.optional().meta(says("The day it was taken back; today unless told.", "2026-11-24")),
    request_id: RequestId.optional(),
  })
  .meta({ id: "DocumentReversal" });
export type DocumentReversal = z.output<typeof DocumentReversal>;

export const AllocationUpdate = z
  .strictObject({
    allocations: Parts.meta(
      says("All of them, as they shall be: what is not in it is taken back. To repeat it changes nothing.", [
        { statement: 12, amount: "100.00" },
      ]),
    ),
    version: z
      .string()
      .regex(/^[0-9]{1,9}$/, "Enter a whole number, 0 or more.")
      .transform(Number)
      .optional()
      .meta({
        type: "integer",
        minimum: 0,
        ...says("The allocations_version that this was made from; another one in between: 409.", 2),
      }),
  })
  .meta({ id: "AllocationUpdate" });
export type AllocationUpdate = z.output<typeof AllocationUpdate>;

const Money = z.string();
const Day = z.string().meta({ format: "date" });
const Time = z.string().meta({ format: "date-time" });
const Who = z.object({
  type: z.string().meta(says("member, api_key or system.", "member")),
  name: z.string().nullable().meta(says("Who it was.", "Ana Ruiz")),
});
const Allocation = z.object({
  statement: z.number().int().meta(says("Number of the statement.", 12)),
  due_on: Day.meta(says("When it is due.", "2026-11-30")),
  amount: Money.meta(says("How much of it is settled by this; negative where it gave back.", "100.00")),
});

export const Document = z
  .object({
    number: z.number().int().meta(says("Number, counting from 1 in each company.", 31)),
    party: AccountParty,
    kind: z
      .string()
      .meta(says("payment, refund, adjustment, write_off, opening_balance, tax; tolerate new ones.", "payment")),
    direction: z.enum(DIRECTIONS).meta(says("What it did to the balance of its party.", "decrease")),
    against: z
      .string()
      .meta(
        says(
          "The company's own account that it is posted against: cash_clearing, adjustments, tax, bad_debt, opening_balances; tolerate new ones.",
          "cash_clearing",
        ),
      ),
    amount: Money.meta(says("Above 0.", "100.00")),
    currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
    dated: Day.meta(says("Its day.", "2026-11-23")),
    booked_on: Day.meta(says("The day the books have it: a later one where its month was closed.", "2026-11-23")),
    reference: z.string().nullable().meta(says("What the bank or the other side calls it.", "Wire 4711")),
    reason: z.string().nullable().meta(says("Why.", null)),
    statement: z.number().int().nullable().meta(says("The statement that lists it; null until one does.", null)),
    settles: z.boolean().meta(says("Whether it is allocated to statements, as payments are.", true)),
    allocations: z.array(Allocation).meta(says("What it settles.")),
    allocations_version: z.number().int().meta(says("Grows with every change of its allocations.", 1)),
    unapplied: Money.meta(says("What of it settles nothing; 0 for what is never allocated.", "0.00")),
    created_at: Time.meta(says("When it was recorded.", "2026-11-23T10:43:00.000Z")),
    by: Who.meta(says("Who recorded it.")),
    reversal: z
      .object({
        dated: Day.meta(says("Its day.", "2026-11-24")),
        booked_on: Day.meta(says("The day the books have it.", "2026-11-24")),
        reason: z.string().nullable().meta(says("Why.", "The bank returned it.")),
        created_at: Time.meta(says("When it was taken back.", "2026-11-24T08:00:00.000Z")),
        by: Who.meta(says("Who took it back.")),
      })
      .nullable()
      .meta(says("What took it back; null while it stands.", null)),
  })
  .meta({ id: "Document", ...says("A movement of money that no call stands behind.") });
export type Document = z.infer<typeof Document>;

/** Extra members of the problem: the number of the same document, if it exists. */
export const SameDocumentMembers = z.object({
  document: Document.meta(says("With 409: the same document, which stands already.")),
});

export const StatementStanding = z
  .object({
    number: z.number().int().meta(says("Number of the statement.", 12)),
    cycle_start: Day.meta(says("First day.", "2026-10-01")),
    cycle_end: Day.meta(says("Last day.", "2026-10-31")),
    due_on: Day.meta(says("When it is due.", "2026-11-30")),
    billed: Money.meta(says("What it bills by itself.", "250.00")),
    open: Money.meta(says("What is not settled of it; negative where it gives back.", "150.00")),
    days_overdue: z.number().int().meta(says("0 until the day after it was due.", 0)),
  })
  .meta({ id: "StatementStanding" });
export type StatementStanding = z.infer<typeof StatementStanding>;

const Standing = z.object({
  balance: Money.meta(says("What a buyer owes, or a source has earned and was not paid.", "150.00")),
  unapplied: Money.meta(says("Payments that settle no statement, less refunds.", "0.00")),
  not_on_statement: Money.meta(says("Booked since its last statement.", "0.00")),
  open_statements: z.array(StatementStanding).meta(says("What is to be settled, the one due first, first.")),
});
export type Standing = z.infer<typeof Standing>;

const Ok = z.literal(200).meta(says("The HTTP status.", 200));

export const DocumentQuery = z
  .strictObject({
    kind: text(1, 40).meta(says("Only of this kind.", "payment")),
    cursor: Cursor,
    per_page: pageSize(200, 50),
  })
  .partial()
  .meta({ id: "DocumentQuery" });
export type DocumentQuery = z.output<typeof DocumentQuery>;

export const DocumentList = z
  .object({
    status: Ok,
    documents: z.array(Document).meta(says("Newest first.")),
    standing: Standing.meta(says("How the party stands now.")),
    metadata: z
      .object({ next_cursor: z.string().nullable().meta(says("The cursor of the next page; null on the last.", null)) })
      .meta(says("About this page.")),
  })
  .meta({ id: "DocumentList" });
export type DocumentList = z.infer<typeof DocumentList>;

export const DocumentAnswer = z.object({ status: Ok, document: Document }).meta({ id: "DocumentAnswer" });

export const RecordedDocument = z
  .object({
    status: z.literal([200, 201]).meta(says("201 where it is new, 200 where this request had made it before.", 201)),
    document: Document,
  })
  .meta({ id: "RecordedDocument" });

const aged = {
  not_due: Money.meta(says("Of statements that are not due yet.", "150.00")),
  days_1_30: Money.meta(says("Due 1 to 30 days ago.", "0.00")),
  days_31_60: Money.meta(says("Due 31 to 60 days ago.", "0.00")),
  days_61_90: Money.meta(says("Due 61 to 90 days ago.", "0.00")),
  over_90: Money.meta(says("Due more than 90 days ago.", "0.00")),
  unapplied: Money.meta(says("Settled without a statement: negative where a payment waits to be allocated.", "0.00")),
  not_on_statement: Money.meta(says("Booked since the last statement.", "25.00")),
  balance: Money.meta(says("All of these together: what is owed.", "175.00")),
  overdue: Money.meta(says("Of it, what is due since yesterday or longer.", "0.00")),
};

export const AgeingRow = z
  .object({
    buyer: z
      .object({
        id: z.number().int().meta(says("Number.", 7)),
        name: z.string().meta(says("Name.", "Brightside Solar")),
      })
      .meta(says("Who owes.")),
    ...aged,
  })
  .meta({ id: "AgeingRow" });
export type AgeingRow = z.infer<typeof AgeingRow>;

export const AgeingTotals = z.object(aged).meta({ id: "AgeingTotals" });
export type AgeingTotals = z.infer<typeof AgeingTotals>;

export const AgeingAnswer = z
  .object({
    status: Ok,
    currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
    as_of: Day.meta(says("Today in the company's zone.", "2026-11-23")),
    buyers: z.array(AgeingRow).meta(says("By name: those with a balance or anything open, up to 10,000.")),
    totals: AgeingTotals.meta(says("Of all of them.")),
  })
  .meta({ id: "AgeingAnswer" });
export type AgeingAnswer = z.infer<typeof AgeingAnswer>;

export const Payable = z
  .object({
    currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
    earned: Money.meta(says("All standing payouts, with adjustments and opening balance.", "900.00")),
    held: Money.meta(says("Of it, payouts of the last hold_days days.", "200.00")),
    paid: Money.meta(says("Payments less refunds.", "500.00")),
    released: Money.meta(says("Earned less held and paid; negative where more was paid.", "200.00")),
    payable: Money.meta(says("What to pay now.", "200.00")),
    why: z
      .enum(["nothing_earned", "on_hold", "below_minimum", "paid_ahead", "all_paid"])
      .or(z.string())
      .nullable()
      .meta(says("Why nothing is payable; null where something is.", null)),
    hold_days: z.number().int().meta(says("Days until a payout may be paid.", 14)),
    minimum_payment: Money.meta(says("Less is not paid.", "50.00")),
  })
  .meta({ id: "Payable" });
export type Payable = z.infer<typeof Payable>;

export const PayableAnswer = z.object({ status: Ok, payable: Payable }).meta({ id: "PayableAnswer" });
