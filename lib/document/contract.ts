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
      "A UUID that you generate, to retry safely. Repeating the same request returns the document it created. A different request with the same UUID returns 409.",
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
      statement: StatementName.meta(says("Number of a statement of the same party: `12` or `INV-000012`.", 12)),
      amount: PartText.meta(
        says(
          "Decimal amount in the company's currency. Negative if the open amount of the statement is negative.",
          "100.00",
        ),
      ),
    }),
    { error: "Send a list of statements with amounts." },
  )
  .max(STATEMENTS_AT_ONCE, `Send at most ${STATEMENTS_AT_ONCE} statements.`);
const DIRECTIONS = ["increase", "decrease"] as const;

export const NewDocument = z
  .strictObject({
    kind: z
      .enum(RECORDED_KINDS, { error: `Use one of ${RECORDED_KINDS.join(", ")}.` })
      .meta(says("`payment`, `refund`, `adjustment`, `write_off`, or `opening_balance`.", "payment")),
    amount: MoneyText.meta(says("Decimal amount in the company's currency, greater than 0.", "100.00")),
    dated: DayText.optional().meta(
      says("Date of the document, at most ten years ago and not in the future. Defaults to today.", "2026-11-23"),
    ),
    direction: z
      .enum(DIRECTIONS, { error: "Use increase or decrease." })
      .optional()
      .meta(
        says(
          "For an adjustment or opening balance: whether it increases or decreases what the buyer owes or the traffic source has earned.",
        ),
      ),
    against: z
      .enum(ADJUSTED_ACCOUNTS, { error: `Use ${ADJUSTED_ACCOUNTS.join(" or ")}.` })
      .optional()
      .meta(
        says(
          "For an adjustment: the company account to post against. Use `tax` to correct billed tax. Defaults to `adjustments`.",
        ),
      ),
    reference: text(1, 200).optional().meta(says("Reference of the bank or the other party.", "Wire 4711")),
    reason: text(1, 2000).optional().meta(says("Reason. Required for adjustments and write-offs.")),
    allocations: Parts.optional().meta(
      says(
        "Statements to settle, with amounts. By default, open statements are settled in order of due date. Send an empty list to settle none.",
      ),
    ),
    request_id: RequestId.optional(),
    allow_duplicate: ApiBoolean.optional().meta(
      says(
        "True to record the document even if another with the same party, kind, amount, date, and reference exists. Otherwise you get a 409 with that `document`.",
        false,
      ),
    ),
  })
  .meta({ id: "NewDocument" });
export type NewDocument = z.output<typeof NewDocument>;

export const DocumentReversal = z
  .strictObject({
    reason: text(1, 2000, "Enter a reason.").meta(says("Reason for the reversal.", "The bank returned it.")),
    dated: DayText.optional().meta(says("Date of the reversal. Defaults to today.", "2026-11-24")),
    request_id: RequestId.optional(),
  })
  .meta({ id: "DocumentReversal" });
export type DocumentReversal = z.output<typeof DocumentReversal>;

export const AllocationUpdate = z
  .strictObject({
    allocations: Parts.meta(
      says("The complete list of allocations. Allocations that you omit are removed.", [
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
        ...says("`allocations_version` that your edit is based on. If a newer version exists, you get a 409.", 2),
      }),
  })
  .meta({ id: "AllocationUpdate" });
export type AllocationUpdate = z.output<typeof AllocationUpdate>;

const Money = z.string();
const Day = z.string().meta({ format: "date" });
const Time = z.string().meta({ format: "date-time" });
const Who = z.object({
  type: z.string().meta(says("`member`, `api_key`, or `system`.", "member")),
  name: z.string().nullable().meta(says("Name of the member or API key.", "Ana Ruiz")),
});
const Allocation = z.object({
  statement: z.number().int().meta(says("Statement number.", 12)),
  due_on: Day.meta(says("When the statement is due.", "2026-11-30")),
  amount: Money.meta(
    says(
      "Amount that the document settles. Decimal amount in the company's currency; negative if the statement's open amount was negative.",
      "100.00",
    ),
  ),
});

export const Document = z
  .object({
    number: z.number().int().meta(says("Document number, counted from 1 in each company.", 31)),
    party: AccountParty,
    kind: z
      .string()
      .meta(
        says(
          "`payment`, `refund`, `adjustment`, `write_off`, `opening_balance`, or `tax`. New kinds may be added.",
          "payment",
        ),
      ),
    direction: z.enum(DIRECTIONS).meta(says("Effect on the balance of the party.", "decrease")),
    against: z
      .string()
      .meta(
        says(
          "Company account that it is posted against: `cash_clearing`, `adjustments`, `tax`, `bad_debt`, or `opening_balances`. New accounts may be added.",
          "cash_clearing",
        ),
      ),
    amount: Money.meta(says("Decimal amount in the company's currency, greater than 0.", "100.00")),
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    dated: Day.meta(says("Date of the document.", "2026-11-23")),
    booked_on: Day.meta(says("Booking day. Later than `dated` if that month was closed.", "2026-11-23")),
    reference: z.string().nullable().meta(says("Reference of the bank or the other party.", "Wire 4711")),
    reason: z.string().nullable().meta(says("Reason.", null)),
    statement: z
      .number()
      .int()
      .nullable()
      .meta(says("Number of the statement that lists it. Null until one does.", null)),
    settles: z.boolean().meta(says("True if it can be allocated to statements, as payments can.", true)),
    allocations: z.array(Allocation).meta(says("Statements that it settles.")),
    allocations_version: z.number().int().meta(says("Version of the allocations. Increases with every change.", 1)),
    unapplied: Money.meta(
      says("Amount that settles no statement. Always 0 if the document can't be allocated.", "0.00"),
    ),
    created_at: Time.meta(says("When the document was recorded.", "2026-11-23T10:43:00.000Z")),
    by: Who.meta(says("Who recorded the document.")),
    reversal: z
      .object({
        dated: Day.meta(says("Date of the reversal.", "2026-11-24")),
        booked_on: Day.meta(says("Booking day of the reversal.", "2026-11-24")),
        reason: z.string().nullable().meta(says("Reason for the reversal.", "The bank returned it.")),
        created_at: Time.meta(says("When the document was reversed.", "2026-11-24T08:00:00.000Z")),
        by: Who.meta(says("Who reversed the document.")),
      })
      .nullable()
      .meta(says("Reversal of the document. Null if it isn't reversed.", null)),
  })
  .meta({ id: "Document", ...says("Movement of money that doesn't come from a call.") });
export type Document = z.infer<typeof Document>;

/** Extra members of the problem: the number of the same document, if it exists. */
export const SameDocumentMembers = z.object({
  document: Document.meta(says("With 409: the existing document.")),
});

export const StatementStanding = z
  .object({
    number: z.number().int().meta(says("Statement number.", 12)),
    cycle_start: Day.meta(says("First day of the cycle.", "2026-10-01")),
    cycle_end: Day.meta(says("Last day of the cycle.", "2026-10-31")),
    due_on: Day.meta(says("When the statement is due.", "2026-11-30")),
    billed: Money.meta(says("Amount that the statement bills.", "250.00")),
    open: Money.meta(says("Amount not yet settled. Negative if the statement is a net credit.", "150.00")),
    days_overdue: z.number().int().meta(says("Days past the due date. 0 if not overdue.", 0)),
  })
  .meta({ id: "StatementStanding" });
export type StatementStanding = z.infer<typeof StatementStanding>;

const Standing = z.object({
  balance: Money.meta(says("What the buyer owes, or what the traffic source has earned but not been paid.", "150.00")),
  unapplied: Money.meta(says("Payments that settle no statement, less refunds.", "0.00")),
  not_on_statement: Money.meta(says("Amount booked since the last statement.", "0.00")),
  open_statements: z.array(StatementStanding).meta(says("Open statements, in order of due date.")),
});
export type Standing = z.infer<typeof Standing>;

const Ok = z.literal(200).meta(says("HTTP status.", 200));

export const DocumentQuery = z
  .strictObject({
    kind: text(1, 40).meta(says("Filter by kind.", "payment")),
    cursor: Cursor,
    per_page: pageSize(200, 50),
  })
  .partial()
  .meta({ id: "DocumentQuery" });
export type DocumentQuery = z.output<typeof DocumentQuery>;

export const DocumentList = z
  .object({
    status: Ok,
    documents: z.array(Document).meta(says("Documents, newest first.")),
    standing: Standing.meta(says("Current balance and open statements of the party.")),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)),
      })
      .meta(says("Pagination.")),
  })
  .meta({ id: "DocumentList" });
export type DocumentList = z.infer<typeof DocumentList>;

export const DocumentAnswer = z.object({ status: Ok, document: Document }).meta({ id: "DocumentAnswer" });

export const RecordedDocument = z
  .object({
    status: z.literal([200, 201]).meta(says("HTTP status: 201 for a new document, 200 for a repeated request.", 201)),
    document: Document,
  })
  .meta({ id: "RecordedDocument" });

const aged = {
  not_due: Money.meta(says("Amount not yet due.", "150.00")),
  days_1_30: Money.meta(says("Amount 1 to 30 days past due.", "0.00")),
  days_31_60: Money.meta(says("Amount 31 to 60 days past due.", "0.00")),
  days_61_90: Money.meta(says("Amount 61 to 90 days past due.", "0.00")),
  over_90: Money.meta(says("Amount more than 90 days past due.", "0.00")),
  unapplied: Money.meta(
    says("Amount not allocated to a statement. Negative if a payment is waiting to be allocated.", "0.00"),
  ),
  not_on_statement: Money.meta(says("Amount booked since the last statement.", "25.00")),
  balance: Money.meta(says("Total owed: the sum of the columns before.", "175.00")),
  overdue: Money.meta(says("Part of the balance that is at least one day past due.", "0.00")),
};

export const AgeingRow = z
  .object({
    buyer: z
      .object({
        id: z.number().int().meta(says("ID of the buyer.", 7)),
        name: z.string().meta(says("Name of the buyer.", "Brightside Solar")),
      })
      .meta(says("Buyer.")),
    ...aged,
  })
  .meta({ id: "AgeingRow" });
export type AgeingRow = z.infer<typeof AgeingRow>;

export const AgeingTotals = z.object(aged).meta({ id: "AgeingTotals" });
export type AgeingTotals = z.infer<typeof AgeingTotals>;

export const AgeingAnswer = z
  .object({
    status: Ok,
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    as_of: Day.meta(says("Today in the company's time zone.", "2026-11-23")),
    buyers: z.array(AgeingRow).meta(says("Buyers with a balance or an open statement, by name, up to 10,000.")),
    totals: AgeingTotals.meta(says("Totals of all buyers.")),
  })
  .meta({ id: "AgeingAnswer" });
export type AgeingAnswer = z.infer<typeof AgeingAnswer>;

export const Payable = z
  .object({
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    earned: Money.meta(
      says("Total of payouts, adjustments, and opening balance. Decimal amount in the company's currency.", "900.00"),
    ),
    held: Money.meta(says("Part of `earned` that is still within the hold days.", "200.00")),
    paid: Money.meta(says("Payments less refunds.", "500.00")),
    released: Money.meta(says("`earned` less `held` and `paid`. Negative if more was paid.", "200.00")),
    payable: Money.meta(says("Amount that you can pay now.", "200.00")),
    why: z
      .enum(["nothing_earned", "on_hold", "below_minimum", "paid_ahead", "all_paid"])
      .or(z.string())
      .nullable()
      .meta(says("Why nothing is payable. Null if something is.", null)),
    hold_days: z.number().int().meta(says("Days until a payout can be paid.", 14)),
    minimum_payment: Money.meta(says("Smallest amount that is paid.", "50.00")),
  })
  .meta({ id: "Payable" });
export type Payable = z.infer<typeof Payable>;

export const PayableAnswer = z.object({ status: Ok, payable: Payable }).meta({ id: "PayableAnswer" });
