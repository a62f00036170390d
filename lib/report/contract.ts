import { z } from "zod";
import { AccountParty } from "@/lib/ledger/contract/account";
import { DayText, MonthText } from "@/lib/platform/contract/days";
import { says } from "@/lib/platform/contract/says";
import { pageSize, text } from "@/lib/platform/contract/scalars";

export const BillingQuery = z
  .strictObject({
    month: MonthText.meta(says("The month of the books; the present one unless told otherwise.", "2026-11")),
    day: DayText.meta(says("A single day instead of a month: only parties with entries on it.", "2026-11-23")),
    q: text(0, 100).meta(says("Parties whose name contains these words.", "bright")),
    order: z
      .enum(["balance", "period", "name"], { error: "Use balance, period or name." })
      .meta(says("Largest balance first, largest amount of the period first, or by name.", "balance")),
    per_page: pageSize(200, 50),
  })
  .partial();
export type BillingQuery = z.infer<typeof BillingQuery>;

const money = (what: string, example = "1250.00") => z.string().meta(says(what, example));
const Pending = z
  .object({
    amount: money("What the next rollup adds; negative where it takes away.", "10.00"),
    entries: z.number().int().meta(says("Entries that the next rollup will post.", 1)),
  })
  .meta(says("What is not posted yet."));
const sums = {
  balance: money(
    "What buyers owe, or sources have earned and were not paid, at the end of the day `as_of`; negative the other way.",
  ),
  period: money("Charges less credits, or payouts less clawbacks, of the period.", "300.00"),
  previous: money("The same of the period before.", "280.00"),
  entries: z.number().int().meta(says("Entries of the period, of all kinds.", 31)),
  pending: Pending,
};

export const PartySummary = z
  .object({ party: AccountParty, ...sums })
  .meta({ id: "PartySummary", ...says("An account.") });
export type PartySummary = z.infer<typeof PartySummary>;

const PartyGroup = z.object({
  ...sums,
  count: z.number().int().meta(says("How many there are in all.", 4)),
  parties: z.array(PartySummary).meta(says("Those that were searched for; the first of them where they are many.")),
  more: z.boolean().meta(says("Whether there are others: search by name to find them.", false)),
});
export type PartyGroup = z.infer<typeof PartyGroup>;

export const BillingDay = z.object({
  day: z.string().meta(says("Day of the books.", "2026-11-23")),
  revenue: money("Charges less credits.", "30.00").optional(),
  payout: money("Payouts less clawbacks.", "18.00").optional(),
  margin: money("Revenue less payout.", "12.00").optional(),
});
export type BillingDay = z.infer<typeof BillingDay>;

const Span = z.object({
  from: z.string().meta(says("First day.", "2026-11-01")),
  to: z.string().meta(says("Last day.", "2026-11-30")),
});

const Compared = z.object({
  period: money("Of the period.", "300.00"),
  previous: money("Of the one before.", "280.00"),
});

export const BillingHome = z
  .object({
    currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
    period: Span.meta(says("The month or day that was asked for.")),
    previous: Span.meta(says("The month or day before it.")),
    as_of: z
      .string()
      .nullable()
      .meta(says("The day at whose end the balances are: the last of a period that is over. Null: now.", null)),
    totals: z
      .object({
        revenue: Compared.optional().meta(says("Charges less credits.")),
        payout: Compared.optional().meta(says("Payouts less clawbacks.")),
        margin: Compared.optional().meta(says("Revenue less payout.")),
      })
      .meta(says("Of all parties. What may not be read is absent.")),
    days: z
      .array(BillingDay)
      .meta(says("Every day of both periods up to today. Amounts that may not be read are absent.")),
    buyers: PartyGroup.optional().meta(says("Receivables. Absent without the permission `call.revenue: read`.")),
    traffic_sources: PartyGroup.optional().meta(says("Payables. Absent without the permission `call.payout: read`.")),
    next_rollup_at: z
      .string()
      .meta({ format: "date-time", ...says("When what is pending will be posted.", "2026-11-23T10:44:00.000Z") }),
  })
  .meta({ id: "BillingHome", ...says("How the books of the company stand.") });
export type BillingHome = z.infer<typeof BillingHome>;

export const BillingHomeAnswer = z
  .object({ status: z.literal(200).meta(says("The HTTP status.", 200)), billing: BillingHome })
  .meta({ id: "BillingHomeAnswer" });
