import { z } from "zod";
import { CYCLES } from "@/lib/billing-profile/domain/cycles";
import { DayText, MonthText } from "@/lib/platform/contract/days";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, Cursor, IdText, pageSize, text } from "@/lib/platform/contract/scalars";
import { APART_REASONS } from "../domain/apart";
import { STATEMENT_STATES } from "../domain/statement-state";

const Ok = z.literal(200).meta(says("HTTP status.", 200));
const Day = (description: string, example: string) =>
  z.string().meta({ format: "date", ...says(description, example) });
const Amount = (description: string, example: string) => z.string().meta(says(description, example));
const Count = (description: string, example: number) => z.number().int().meta(says(description, example));

const Party = z
  .object({
    type: z.enum(["buyer", "traffic_source"]).meta(says("Type of the party.", "buyer")),
    id: Count("ID of the buyer or traffic source.", 7),
    name: z.string().meta(says("Name when the statement was issued.", "Brightside Solar")),
  })
  .meta(says("Buyer or traffic source that the statement is for."));
const Offer = z
  .object({
    id: Count("ID of the offer.", 3),
    name: z.string().meta(says("Name when the statement was issued.", "Solar quotes")),
  })
  .nullable()
  .meta(says("Offer of the calls. Null for entries without a call."));
const Kind = z
  .string()
  .meta(
    says(
      "Kind of entry, such as `charge`, `credit`, `payout`, `clawback`, `payment`, or `tax`. New kinds may be added.",
      "charge",
    ),
  );

/** Amounts are absent for readers without permission for revenue (invoices) or payouts (payout statements). */
const summary = {
  party: Party,
  cycle_start: Day("First day of the cycle. Earlier days with nothing to bill are included.", "2026-10-01"),
  cycle_end: Day("Last day of the cycle.", "2026-10-31"),
  currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
  entries: Count("Number of lines, including taxes.", 128),
  opening: Amount(
    "Closing balance of the previous statement. Decimal amount in the company's currency; can be negative.",
    "0.00",
  ).optional(),
  closing: Amount(
    "Opening balance plus lines and taxes. Decimal amount in the company's currency. A negative balance carries forward and nothing is due.",
    "1250.00",
  ).optional(),
  billed: Amount(
    "Amount that the statement bills, without payments, refunds, and write-offs. Decimal amount in the company's currency.",
    "1250.00",
  ).optional(),
};

export const StatementSummary = z
  .object({
    ...summary,
    number: z
      .string()
      .meta(
        says(
          "Statement number. Invoices begin with `INV`, payout statements with `PS`; both share one sequence without gaps.",
          "INV-000123",
        ),
      ),
    issued_at: z
      .string()
      .meta({ format: "date-time", ...says("When the statement was issued.", "2026-11-02T09:00:00.000Z") }),
    due_on: Day("When the billed amount is due.", "2026-12-02"),
    allocated: Amount("Amount settled by payments. Decimal amount in the company's currency.", "0.00").optional(),
    state: z.enum(STATEMENT_STATES).meta(says("Payment state.", "due")),
  })
  .meta({ id: "StatementSummary" });
export type StatementSummary = z.output<typeof StatementSummary>;

const SummedLine = z
  .object({
    kind: Kind,
    offer: Offer,
    entries: Count("Number of entries.", 125),
    amount: Amount(
      "Sum of the entries. Decimal amount in the company's currency; negative if they lower the balance.",
      "1250.00",
    ),
  })
  .meta({ id: "StatementSum" });
export type SummedLine = z.output<typeof SummedLine>;

const StatementTax = z
  .object({
    name: z.string().meta(says("Name of the tax.", "Sales tax")),
    percent: z.string().meta(says("Rate in percent, with up to four decimals.", "8.25")),
    net: Amount("Amount that is taxed.", "1250.00"),
    amount: Amount("Tax. Negative if tax is given back.", "103.13"),
    takes_back: z
      .string()
      .nullable()
      .meta(
        says(
          "Number of the earlier statement whose credits or clawbacks are taxed here, at that statement's rate. Null for tax at the rates in force.",
          null,
        ),
      ),
  })
  .meta({ id: "StatementTax" });
export type StatementTax = z.output<typeof StatementTax>;

const Details = z
  .object({
    legal_name: z.string().meta(says("Legal name.", "Brightside LLC")),
    address: z.array(z.string()).meta(says("Lines of the postal address.", ["12 Elm Street"])),
    tax_id: z.string().meta(says("Tax ID. Can be empty.", "84-5550142")),
    email: z.string().meta(says("Email address for statements. Can be empty.", "books@brightside.test")),
  })
  .meta({ id: "StatementDetails" });

const Settlement = z
  .object({
    document: Count("Document number.", 31),
    kind: z.string().meta(says("`payment`, `refund`, or `write_off`. New kinds may be added.", "payment")),
    dated: Day("Date of the document.", "2026-11-23"),
    reference: z.string().nullable().meta(says("Reference of the bank or the other party.", "Wire 4711")),
    amount: Amount(
      "Amount of this statement that it settles. Decimal amount in the company's currency; negative if the statement is a net credit.",
      "500.00",
    ),
  })
  .meta({ id: "StatementSettlement" });

export const Statement = StatementSummary.extend({
  previous: z.string().nullable().meta(says("Number of the party's previous statement.", null)),
  issuer: Details.meta(says("Details of the company when the statement was issued.")),
  logo_url: z
    .string()
    .nullable()
    .meta(says("URL of the company's logo when the statement was issued. Null without one.", null)),
  recipient: Details.meta(says("Details of the party when the statement was issued.")),
  carried: Amount(
    "Closing balance less `billed`: the open amount of earlier statements. Decimal amount in the company's currency.",
    "0.00",
  ),
  to_pay: Amount(
    "Amount to pay by the due date, as of issue: `billed` less any credit carried over. 0 if nothing is due.",
    "1250.00",
  ),
  cycle: z.enum(CYCLES).meta(says("Billing cycle when the statement was issued.", "monthly")),
  net_days: Count("Days from issue to the due date.", 30),
  lines: z.array(SummedLine).meta(says("Lines, summed up by kind and offer.")),
  taxes: z.array(StatementTax).meta(says("Taxes.")),
  late_lines: Count("Number of lines booked within the cycles of earlier statements.", 0),
  digest: z.string().meta(says("SHA-256 of the statement's content, sealed in the ledger's chain. Hexadecimal.")),
  rollup_id: Count("ID of the rollup that issued the statement.", 14),
  open: Amount(
    "`billed` less what is settled now. Decimal amount in the company's currency; negative if the statement is a net credit.",
    "853.13",
  ),
  allocations: z.array(Settlement).meta(says("Documents that settle the statement, by date.")),
}).meta({
  id: "Statement",
  ...says(
    "Invoice or payout statement. Once issued, it never changes; only `state`, `allocated`, `open`, and `allocations` are updated.",
  ),
});
export type Statement = z.output<typeof Statement>;

export const StatementAnswer = z.object({ status: Ok, statement: Statement }).meta({ id: "StatementAnswer" });

const metadata = z
  .object({ next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)) })
  .meta(says("Pagination."));

export const StatementQuery = z
  .strictObject({
    buyer_id: IdText.meta(says("Filter by the ID of a buyer.", 7)),
    traffic_source_id: IdText.meta(says("Filter by the ID of a traffic source.", 9)),
    q: text(0, 100).meta(says("Filter by name: parties whose current name contains this text.", "bright")),
    type: z
      .enum(["buyer", "traffic_source"], { error: "Use buyer or traffic_source." })
      .meta(says("`buyer` for invoices, `traffic_source` for payout statements.", "buyer")),
    state: z
      .enum(["open", ...STATEMENT_STATES], { error: `Use one of open, ${STATEMENT_STATES.join(", ")}.` })
      .meta(says("Filter by state. `open` includes due and overdue statements.", "overdue")),
    month: MonthText.meta(says("Filter by the month in which the cycle ends.", "2026-10")),
    cursor: Cursor,
    per_page: pageSize(200, 50),
  })
  .partial();
export type StatementQuery = z.output<typeof StatementQuery>;

export const StatementList = z
  .object({ status: Ok, statements: z.array(StatementSummary).meta(says("Statements, newest first.")), metadata })
  .meta({ id: "StatementList" });

export const StatementLine = z
  .object({
    entry_id: z.string().meta(says("ID of the entry.", "call-1042-1-charge")),
    day: Day("Booking day.", "2026-10-20"),
    service_day: Day("Day of the call, or date of the document.", "2026-10-20"),
    kind: Kind,
    amount: Amount(
      "Effect on the balance. Decimal amount in the company's currency; negative if it lowers the balance.",
      "10.00",
    ),
    call: z
      .object({ id: Count("ID of the call.", 1042), uuid: z.string().meta(says("UUID of the call.")) })
      .nullable()
      .meta(says("Call of the line. Null if it has none.")),
    caller: z.string().nullable().meta(says("Masked caller ID.", "…0142")),
    offer: Offer,
    document: z.number().int().nullable().meta(says("Document number. Null if the line comes from a call.", null)),
    apart: z
      .object({
        as: z
          .enum(["correction", "late"])
          .meta(
            says("`correction` if its month was closed, `late` if an earlier statement covers its day.", "correction"),
          ),
        reason: z.enum(APART_REASONS).meta(says("Reason for the correction or late line.", "reversal")),
        mechanism: z.string().nullable().meta(says("Mechanism of the change.", "manual")),
        corrects: z
          .object({
            entry_id: z.string().meta(says("ID of the entry that it offsets or replaces.", "call-1042-1-charge")),
            day: Day("Booking day of that entry.", "2026-09-20"),
            statement: z.string().nullable().meta(says("Number of the statement that lists that entry.", "INV-000101")),
          })
          .nullable()
          .meta(says("Entry that the line corrects. Null if there is none in this account.")),
      })
      .nullable()
      .meta(says("Details of a correction or late line. Null for other lines.")),
  })
  .meta({ id: "StatementLine" });
export type StatementLine = z.output<typeof StatementLine>;

export const StatementLineQuery = z
  .strictObject({
    part: z
      .enum(["all", "apart", "usual"], { error: "Use all, apart or usual." })
      .meta(says("`apart` for corrections and late lines, `usual` for the others, or `all`.", "all")),
    cursor: Cursor,
    per_page: pageSize(1000, 100),
  })
  .partial();
export type StatementLineQuery = z.output<typeof StatementLineQuery>;

export const StatementLineList = z
  .object({
    status: Ok,
    lines: z.array(StatementLine).meta(says("Lines in booking order, taxes last.")),
    metadata,
  })
  .meta({ id: "StatementLineList" });

export const IssueRequest = z
  .strictObject({
    preview: ApiBoolean.meta(says("True to preview the statements. Nothing is issued.", true)),
    buyer_id: IdText.meta(says("ID of the only buyer to issue for.", 7)),
    traffic_source_id: IdText.meta(says("ID of the only traffic source to issue for.", 9)),
    through: DayText.meta(says("Last day that a cycle can end on.", "2026-10-31")),
  })
  .partial()
  .meta({ id: "IssueRequest" });
export type IssueRequest = z.output<typeof IssueRequest>;

export const DueStatement = z
  .object({
    ...summary,
    ended: z.boolean().meta(says("True if the cycle has ended, so that the statement can be issued.", true)),
    period_open: z.boolean().meta(says("True if the month of the last day is still open.", true)),
    lines: z.array(SummedLine).optional().meta(says("Lines, summed up by kind and offer.")),
    taxes: z.array(StatementTax).optional().meta(says("Taxes.")),
  })
  .meta({ id: "DueStatement", ...says("Statement that would be issued.") });
export type DueStatement = z.output<typeof DueStatement>;

export const IssueAnswer = z
  .object({
    status: Ok,
    issued: z.boolean().meta(says("True if statements were issued, false for a preview.", true)),
    count: Count("Number of statements.", 2),
    invoices: z
      .object({
        count: Count("Number of invoices.", 1),
        billed: Amount("Total billed. Decimal amount in the company's currency.", "1250.00").optional(),
      })
      .meta(says("Invoices of buyers.")),
    payout_statements: z
      .object({
        count: Count("Number of payout statements.", 1),
        billed: Amount("Total to pay. Decimal amount in the company's currency.", "750.00").optional(),
      })
      .meta(says("Payout statements of traffic sources.")),
    due: z.array(DueStatement).optional().meta(says("With `preview`: statements that would be issued, up to 200.")),
    numbers: z
      .array(z.string())
      .optional()
      .meta(says("Numbers of the issued statements, up to 1,000.", ["INV-000123"])),
  })
  .meta({ id: "IssueAnswer" });
export type IssueAnswer = z.output<typeof IssueAnswer>;
