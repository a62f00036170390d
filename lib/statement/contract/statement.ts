import { z } from "zod";
import { CYCLES } from "@/lib/billing-profile/domain/cycles";
import { DayText, MonthText } from "@/lib/platform/contract/days";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, Cursor, IdText, pageSize, text } from "@/lib/platform/contract/scalars";
import { APART_REASONS } from "../domain/apart";
import { STATEMENT_STATES } from "../domain/statement-state";

const Ok = z.literal(200).meta(says("The HTTP status.", 200));
const Day = (description: string, example: string) =>
  z.string().meta({ format: "date", ...says(description, example) });
const Amount = (description: string, example: string) => z.string().meta(says(description, example));
const Count = (description: string, example: number) => z.number().int().meta(says(description, example));

const Party = z
  .object({
    type: z.enum(["buyer", "traffic_source"]).meta(says("Which of the two.", "buyer")),
    id: Count("Its number.", 7),
    name: z.string().meta(says("Its name when the statement was issued.", "Brightside Solar")),
  })
  .meta(says("Whose statement it is."));
const Offer = z
  .object({ id: Count("Its number.", 3), name: z.string().meta(says("Its name when it was issued.", "Solar quotes")) })
  .nullable()
  .meta(says("The offer of its calls; null where no call stands behind it."));
const Kind = z
  .string()
  .meta(says("charge, credit, payout, clawback, payment, tax or a later addition: tolerate new ones.", "charge"));

/** Amounts are absent for readers without permission for revenue (invoices) or payouts (payout statements). */
const summary = {
  party: Party,
  cycle_start: Day("First day. Days before without anything to bill are joined to it.", "2026-10-01"),
  cycle_end: Day("Last day.", "2026-10-31"),
  currency: z.string().meta(says("ISO 4217 code.", "USD")),
  entries: Count("Lines and taxes.", 128),
  opening: Amount(
    "Balance that the statement before ended with; negative where it is the other way round.",
    "0.00",
  ).optional(),
  closing: Amount(
    "Opening balance and lines and taxes. Where it is negative nothing is to pay: it carries forward.",
    "1250.00",
  ).optional(),
  billed: Amount("What it bills by itself: without payments, refunds and write-offs.", "1250.00").optional(),
};

export const StatementSummary = z
  .object({
    ...summary,
    number: z
      .string()
      .meta(says("Invoices are INV, payout statements PS, numbered in one sequence without gaps.", "INV-000123")),
    issued_at: z.string().meta({ format: "date-time", ...says("When it was issued.", "2026-11-02T09:00:00.000Z") }),
    due_on: Day("When what it bills is due.", "2026-12-02"),
    allocated: Amount("What payments settle of it.", "0.00").optional(),
    state: z.enum(STATEMENT_STATES).meta(says("Whether it is settled.", "due")),
  })
  .meta({ id: "StatementSummary" });
export type StatementSummary = z.output<typeof StatementSummary>;

const SummedLine = z
  .object({
    kind: Kind,
    offer: Offer,
    entries: Count("How many.", 125),
    amount: Amount("What they add; negative where they take away.", "1250.00"),
  })
  .meta({ id: "StatementSum" });
export type SummedLine = z.output<typeof SummedLine>;

const StatementTax = z
  .object({
    name: z.string().meta(says("What it is called.", "Sales tax")),
    percent: z.string().meta(says("The rate, with up to four decimals.", "8.25")),
    net: Amount("What it is a share of.", "1250.00"),
    amount: Amount("What it comes to; negative where tax is given back.", "103.13"),
    takes_back: z
      .string()
      .nullable()
      .meta(
        says(
          "The earlier statement whose credits or clawbacks it is of, at the rate of that one, which has changed since; null for tax at the rates in force.",
          null,
        ),
      ),
  })
  .meta({ id: "StatementTax" });
export type StatementTax = z.output<typeof StatementTax>;

const Details = z
  .object({
    legal_name: z.string().meta(says("Name.", "Brightside LLC")),
    address: z.array(z.string()).meta(says("Lines of the address.", ["12 Elm Street"])),
    tax_id: z.string().meta(says("Number by which tax authorities know it; may be empty.", "84-5550142")),
    email: z.string().meta(says("Where statements go; may be empty.", "books@brightside.test")),
  })
  .meta({ id: "StatementDetails" });

const Settlement = z
  .object({
    document: Count("Number of the document.", 31),
    kind: z.string().meta(says("payment, refund or write_off: tolerate new ones.", "payment")),
    dated: Day("Its day.", "2026-11-23"),
    reference: z.string().nullable().meta(says("What the bank or the other side calls it.", "Wire 4711")),
    amount: Amount("How much of this statement it settles; negative where it gives back.", "500.00"),
  })
  .meta({ id: "StatementSettlement" });

export const Statement = StatementSummary.extend({
  previous: z.string().nullable().meta(says("The statement of this party before it.", null)),
  issuer: Details.meta(says("The company, as it was.")),
  recipient: Details.meta(says("The party, as it was.")),
  carried: Amount("Closing balance less what it bills: what was open before and is not settled.", "0.00"),
  to_pay: Amount(
    "What it wants by its due date, as of its issue: what it bills, less a credit that is carried over. 0 where nothing.",
    "1250.00",
  ),
  cycle: z.enum(CYCLES).meta(says("Its cycle then.", "monthly")),
  net_days: Count("Days from issuing to due.", 30),
  lines: z.array(SummedLine).meta(says("Its lines by kind and offer.")),
  taxes: z.array(StatementTax).meta(says("Its taxes.")),
  late_lines: Count("Lines that are booked within cycles of statements before.", 0),
  digest: z.string().meta(says("SHA-256 over everything it says, sealed in the chain. Hexadecimal.")),
  rollup_id: Count("The link of the chain that it was issued in.", 14),
  open: Amount("What it bills less what is settled of it by now; negative where it gives back.", "853.13"),
  allocations: z.array(Settlement).meta(says("What settles it by now, by day.")),
}).meta({
  id: "Statement",
  ...says(
    "A statement. Once issued it never changes; `state`, `allocated`, `open` and `allocations` say how it stands now.",
  ),
});
export type Statement = z.output<typeof Statement>;

export const StatementAnswer = z.object({ status: Ok, statement: Statement }).meta({ id: "StatementAnswer" });

const metadata = z
  .object({ next_cursor: z.string().nullable().meta(says("The cursor of the next page; null on the last one.", null)) })
  .meta(says("About this page."));

export const StatementQuery = z
  .strictObject({
    buyer_id: IdText.meta(says("Invoices of this buyer.", 7)),
    traffic_source_id: IdText.meta(says("Payout statements of this source.", 9)),
    q: text(0, 100).meta(says("Of parties whose name, as it is now, contains these words.", "bright")),
    type: z
      .enum(["buyer", "traffic_source"], { error: "Use buyer or traffic_source." })
      .meta(says("buyer: only invoices. traffic_source: only payout statements.", "buyer")),
    state: z
      .enum(["open", ...STATEMENT_STATES], { error: `Use one of open, ${STATEMENT_STATES.join(", ")}.` })
      .meta(says("Only those in this state; open are those that are due or overdue.", "overdue")),
    month: MonthText.meta(says("Only those whose cycle ends in this month.", "2026-10")),
    cursor: Cursor,
    per_page: pageSize(200, 50),
  })
  .partial();
export type StatementQuery = z.output<typeof StatementQuery>;

export const StatementList = z
  .object({ status: Ok, statements: z.array(StatementSummary).meta(says("Newest first.")), metadata })
  .meta({ id: "StatementList" });

export const StatementLine = z
  .object({
    entry_id: z.string().meta(says("Name of the entry.", "call-1042-1-charge")),
    day: Day("The day the books have it under.", "2026-10-20"),
    service_day: Day("The day of the call, or the date of the document.", "2026-10-20"),
    kind: Kind,
    amount: Amount("What it adds to the balance; negative where it takes away.", "10.00"),
    call: z
      .object({ id: Count("Number of the call.", 1042), uuid: z.string().meta(says("Its uuid.")) })
      .nullable()
      .meta(says("Null where no call stands behind it.")),
    caller: z.string().nullable().meta(says("The caller, masked.", "…0142")),
    offer: Offer,
    document: z.number().int().nullable().meta(says("Number of the document.", null)),
    apart: z
      .object({
        as: z
          .enum(["correction", "late"])
          .meta(says("correction: its month was closed. late: its day was on a statement before.", "correction")),
        reason: z.enum(APART_REASONS).meta(says("Why.", "reversal")),
        mechanism: z.string().nullable().meta(says("What decided.", "manual")),
        corrects: z
          .object({
            entry_id: z.string().meta(says("Name of the entry that it takes back or replaces.", "call-1042-1-charge")),
            day: Day("The day of that.", "2026-09-20"),
            statement: z.string().nullable().meta(says("The statement that has it.", "INV-000101")),
          })
          .nullable()
          .meta(says("Null where there is none on this account.")),
      })
      .nullable()
      .meta(says("Null for a line of the cycle's own days.")),
  })
  .meta({ id: "StatementLine" });
export type StatementLine = z.output<typeof StatementLine>;

export const StatementLineQuery = z
  .strictObject({
    part: z
      .enum(["all", "apart", "usual"], { error: "Use all, apart or usual." })
      .meta(says("apart: corrections and late lines alone. usual: the others.", "all")),
    cursor: Cursor,
    per_page: pageSize(1000, 100),
  })
  .partial();
export type StatementLineQuery = z.output<typeof StatementLineQuery>;

export const StatementLineList = z
  .object({
    status: Ok,
    lines: z.array(StatementLine).meta(says("In the order of the books, taxes last.")),
    metadata,
  })
  .meta({ id: "StatementLineList" });

export const IssueRequest = z
  .strictObject({
    preview: ApiBoolean.meta(says("Only tell what would be issued.", true)),
    buyer_id: IdText.meta(says("For this buyer alone.", 7)),
    traffic_source_id: IdText.meta(says("For this source alone.", 9)),
    through: DayText.meta(says("Only cycles that end by this day.", "2026-10-31")),
  })
  .partial()
  .meta({ id: "IssueRequest" });
export type IssueRequest = z.output<typeof IssueRequest>;

export const DueStatement = z
  .object({
    ...summary,
    ended: z.boolean().meta(says("Whether its cycle has ended: only then it can be issued.", true)),
    period_open: z.boolean().meta(says("Whether the month of its last day is still open.", true)),
    lines: z.array(SummedLine).optional().meta(says("Its lines by kind and offer.")),
    taxes: z.array(StatementTax).optional().meta(says("Its taxes.")),
  })
  .meta({ id: "DueStatement", ...says("What would be issued.") });
export type DueStatement = z.output<typeof DueStatement>;

export const IssueAnswer = z
  .object({
    status: Ok,
    issued: z.boolean().meta(says("False for a preview.", true)),
    count: Count("How many statements.", 2),
    invoices: z
      .object({ count: Count("How many.", 1), billed: Amount("What they bill.", "1250.00").optional() })
      .meta(says("Those of buyers.")),
    payout_statements: z
      .object({ count: Count("How many.", 1), billed: Amount("What they pay.", "750.00").optional() })
      .meta(says("Those of traffic sources.")),
    due: z.array(DueStatement).optional().meta(says("For a preview: the first 200.")),
    numbers: z
      .array(z.string())
      .optional()
      .meta(says("The numbers given, up to 1,000.", ["INV-000123"])),
  })
  .meta({ id: "IssueAnswer" });
export type IssueAnswer = z.output<typeof IssueAnswer>;
