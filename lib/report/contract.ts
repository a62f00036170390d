import { z } from "zod";
import { AccountParty } from "@/lib/ledger/contract/account";
import { DayText, MonthText } from "@/lib/platform/contract/days";
import { says } from "@/lib/platform/contract/says";
import { pageSize, text } from "@/lib/platform/contract/scalars";

export const BillingQuery = z
  .strictObject({
    month: MonthText.meta(says("Month of the books. Defaults to the current month.", "2026-11")),
    day: DayText.meta(
      says("A single day instead of a month. Only parties with entries on that day are returned.", "2026-11-23"),
    ),
    q: text(0, 100).meta(says("Filter by name: parties whose name contains this text.", "bright")),
    order: z
      .enum(["balance", "period", "name"], { error: "Use balance, period or name." })
      .meta(
        says(
          "Sort order: largest `balance` first, largest amount of the `period` first, or by `name`. Defaults to `balance`.",
          "balance",
        ),
      ),
    per_page: pageSize(200, 50),
  })
  .partial();
export type BillingQuery = z.infer<typeof BillingQuery>;

const money = (what: string, example = "1250.00") => z.string().meta(says(what, example));
const Pending = z
  .object({
    amount: money("Change to the balance at the next rollup. Decimal amount in the company's currency.", "10.00"),
    entries: z.number().int().meta(says("Number of entries that the next rollup will post.", 1)),
  })
  .meta(says("Entries not yet posted."));
const sums = {
  balance: money(
    "What buyers owe, or traffic sources have earned but not been paid, at the end of `as_of`. Decimal amount in the company's currency; negative if the company owes the buyer or overpaid the source.",
  ),
  period: money("Charges less credits, or payouts less clawbacks, in the period.", "300.00"),
  previous: money("The same amount in the previous period.", "280.00"),
  entries: z.number().int().meta(says("Number of entries in the period, of all kinds.", 31)),
  pending: Pending,
};

export const PartySummary = z
  .object({ party: AccountParty, ...sums })
  .meta({ id: "PartySummary", ...says("Summary of one account.") });
export type PartySummary = z.infer<typeof PartySummary>;

const PartyGroup = z.object({
  ...sums,
  count: z.number().int().meta(says("Total number of parties.", 4)),
  parties: z.array(PartySummary).meta(says("Matching parties, up to `per_page`.")),
  more: z.boolean().meta(says("True if there are more parties. Search by name to find them.", false)),
});
export type PartyGroup = z.infer<typeof PartyGroup>;

export const BillingDay = z.object({
  day: z.string().meta(says("Booking day.", "2026-11-23")),
  revenue: money("Charges less credits. Decimal amount in the company's currency.", "30.00").optional(),
  payout: money("Payouts less clawbacks. Decimal amount in the company's currency.", "18.00").optional(),
  margin: money("Revenue less payout. Decimal amount in the company's currency.", "12.00").optional(),
});
export type BillingDay = z.infer<typeof BillingDay>;

const Span = z.object({
  from: z.string().meta(says("First day.", "2026-11-01")),
  to: z.string().meta(says("Last day.", "2026-11-30")),
});

const Compared = z.object({
  period: money("Amount in the period.", "300.00"),
  previous: money("Amount in the previous period.", "280.00"),
});

export const BillingHome = z
  .object({
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    period: Span.meta(says("Requested month or day.")),
    previous: Span.meta(says("Previous month or day.")),
    as_of: z
      .string()
      .nullable()
      .meta(
        says(
          "Last day of the period, at the end of which the balances apply. Null if the period hasn't ended and the balances are current.",
          null,
        ),
      ),
    totals: z
      .object({
        revenue: Compared.optional().meta(says("Charges less credits.")),
        payout: Compared.optional().meta(says("Payouts less clawbacks.")),
        margin: Compared.optional().meta(says("Revenue less payout.")),
      })
      .meta(says("Totals of all parties. Amounts that you can't read are omitted.")),
    days: z
      .array(BillingDay)
      .meta(says("Daily figures of both periods up to today. Amounts that you can't read are omitted.")),
    buyers: PartyGroup.optional().meta(
      says("Receivables from buyers. Omitted without the permission `call.revenue: read`."),
    ),
    traffic_sources: PartyGroup.optional().meta(
      says("Payables to traffic sources. Omitted without the permission `call.payout: read`."),
    ),
    next_rollup_at: z.string().meta({
      format: "date-time",
      ...says("When the next rollup will post pending entries.", "2026-11-23T10:44:00.000Z"),
    }),
  })
  .meta({ id: "BillingHome", ...says("Billing overview of the company.") });
export type BillingHome = z.infer<typeof BillingHome>;

export const BillingHomeAnswer = z
  .object({ status: z.literal(200).meta(says("HTTP status.", 200)), billing: BillingHome })
  .meta({ id: "BillingHomeAnswer" });
