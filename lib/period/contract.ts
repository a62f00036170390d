import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { CountText, Cursor, pageSize } from "@/lib/platform/contract/scalars";
import { type Acknowledged, CALL_WARNINGS, isWarning, WARNINGS } from "./domain/warning";

const WARNING_SENTENCE = `Use one or more of ${WARNINGS.join(", ")}, as a list or with the count of each.`;
const Month = z.string().meta(says("Calendar month in the company's time zone.", "2026-10"));
const Amount = z.string();
const Time = z.string().meta({ format: "date-time" });
const Ok = z.literal(200).meta(says("HTTP status.", 200));
const Named = z.object({
  id: z.number().int().meta(says("ID of the buyer or traffic source.", 7)),
  name: z.string().meta(says("Name of the buyer or traffic source.", "Brightside Solar")),
});
const Party = Named.extend({ type: z.enum(["buyer", "traffic_source"]).meta(says("Type of the party.", "buyer")) });
const Metadata = z
  .object({ next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)) })
  .meta(says("Pagination."));

export const KindTotal = z
  .object({
    account: z.string().meta(says("Company account. New accounts may be added.", "revenue")),
    kind: z
      .string()
      .meta(
        says(
          "Kind of entry, such as `charge`, `credit`, `payout`, `clawback`, or `payment`. New kinds may be added.",
          "charge",
        ),
      ),
    entries: z.number().int().meta(says("Number of entries.", 128)),
    debit: Amount.optional().meta(
      says(
        "Total debited to the account. Decimal amount in the company's currency. Omitted if you can't read it.",
        "0.00",
      ),
    ),
    credit: Amount.optional().meta(
      says(
        "Total credited to the account. Decimal amount in the company's currency. Omitted if you can't read it.",
        "1280.00",
      ),
    ),
  })
  .meta({ id: "KindTotal" });
export type KindTotal = z.infer<typeof KindTotal>;

const sums = {
  entries: z.number().int().meta(says("Number of entries booked in the month.", 192)),
  revenue: Amount.optional().meta(
    says("Charges less credits. Decimal amount in the company's currency. Omitted if you can't read it.", "1270.00"),
  ),
  payout: Amount.optional().meta(
    says("Payouts less clawbacks. Decimal amount in the company's currency. Omitted if you can't read it.", "640.00"),
  ),
  margin: Amount.optional().meta(
    says("Revenue less payout. Decimal amount in the company's currency. Omitted unless you can read both.", "630.00"),
  ),
};

export const Period = z
  .object({
    month: Month,
    state: z
      .enum(["open", "ended", "closed"])
      .meta(says("`open` until the month ends, `ended` until it is closed, then `closed`.", "ended")),
    can_close: z.boolean().meta(says("True if you can close the month now.", true)),
    ...sums,
    closed: z
      .object({
        at: Time.meta(says("When the month was closed.", "2026-11-02T09:12:00.000Z")),
        by: z
          .object({
            type: z.string().meta(says("`member`, `api_key`, or `system`.", "member")),
            name: z.string().meta(says("Name of the member or API key.", "Ana Ruiz")),
          })
          .meta(says("Who closed the month.")),
        rollup_id: z.number().int().meta(says("ID of the rollup that closed the month.", 12)),
        digest: z.string().meta(says("Digest of that rollup: SHA-256, hexadecimal.")),
      })
      .nullable()
      .meta(says("Who closed the month, when, and the digest. Null until it is closed.", null)),
  })
  .meta({ id: "Period", ...says("Month of the books.") });
export type Period = z.infer<typeof Period>;

export const PeriodQuery = z.strictObject({ cursor: Cursor, per_page: pageSize(240, 60) }).partial();
export const PeriodList = z
  .object({ status: Ok, periods: z.array(Period).meta(says("Months, newest first.")), metadata: Metadata })
  .meta({ id: "PeriodList" });

export const PeriodCall = z
  .object({
    id: z.number().int().meta(says("ID of the call.", 1042)),
    started_at: Time.meta(says("When the call started.", "2026-10-23T10:42:00.000Z")),
    caller: z.string().nullable().optional().meta(says("Masked caller ID.", "…0100")),
    buyer: Named.nullable().meta(says("Buyer who received the call.")),
    traffic_source: Named.nullable().optional().meta(says("Traffic source that sent the call.")),
    revenue: Amount.optional().meta(
      says("What the buyer owes while the call is converted. Decimal amount in the company's currency.", "0.00"),
    ),
    payout: Amount.optional().meta(
      says(
        "What the traffic source earns while the call is converted. Decimal amount in the company's currency.",
        "6.00",
      ),
    ),
  })
  .meta({ id: "PeriodCall" });
export type PeriodCall = z.infer<typeof PeriodCall>;

const OverCap = z.object({
  party: Party.meta(says("Buyer or traffic source that the cap belongs to.")),
  offer: z.string().nullable().meta(says("Name of the offer that counts. Null for all offers.", null)),
  measure: z.string().meta(says("What the cap counts.", "conversions")),
  span: z.string().meta(says("Window of the cap.", "day")),
  window_start: Time.meta(says("When the window started.", "2026-10-14T06:00:00.000Z")),
  used: z.string().optional().meta(says("Usage in the window: calls or an amount.", "52")),
  limit: z.string().optional().meta(says("Limit of the cap: calls or an amount.", "50")),
});
const UnusualDay = z.object({
  day: z.string().meta(says("Day in the company's time zone.", "2026-10-14")),
  measure: z.enum(["conversions", "revenue"]).meta(says("Figure that is unusual.", "conversions")),
  value: z.string().meta(says("Value of that day.", "3")),
  usual: z.string().meta(says("Median of the same weekday in the month.", "48")),
});

export const PeriodWarning = z
  .object({
    warning: z
      .enum(WARNINGS)
      .or(z.string())
      .meta(says("Unusual but valid finding. New warnings may be added.", "converted_at_zero")),
    count: z.number().int().meta(says("Number of calls, cap windows, or days.", 2)),
    calls: z
      .array(PeriodCall)
      .optional()
      .meta(says("Most recent of the calls. List all with `GET /periods/{month}/calls?warning=`.")),
    caps: z.array(OverCap).optional().meta(says("First of the cap windows.")),
    days: z
      .array(UnusualDay)
      .optional()
      .meta(says("Unusual days. List their calls with `GET /periods/{month}/calls?day=`.")),
  })
  .meta({ id: "PeriodWarning" });
export type PeriodWarning = z.infer<typeof PeriodWarning>;

export const PeriodDetail = Period.extend({
  currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
  kinds: z.array(KindTotal).meta(says("Current totals by account and kind.")),
  waiting: z.number().int().meta(says("Number of changes that closing would bill first.", 0)),
  not_closable: z.string().nullable().meta(says("Why the month can't be closed now. Null if it can.", null)),
  warnings: z
    .array(PeriodWarning)
    .meta(says("Warnings to check before closing. For a closed month, the warnings at the time of closing.")),
  frozen: z
    .object({ ...sums, kinds: z.array(KindTotal).meta(says("Totals by account and kind.")) })
    .nullable()
    .meta(says("Totals when the month was closed. Null until then.", null)),
  corrections: z
    .number()
    .int()
    .meta(says("Number of corrections: entries for this month that were posted to a later one.", 0)),
}).meta({ id: "PeriodDetail", ...says("Month of the books with details for closing it.") });
export type PeriodDetail = z.infer<typeof PeriodDetail>;

export const PeriodAnswer = z.object({ status: Ok, period: PeriodDetail }).meta({ id: "PeriodAnswer" });

const SEEN = { type: "integer", minimum: 0, ...says("The `count` that you have seen.", 1) } as const;

export const ClosePeriod = z
  .strictObject({
    acknowledge: z
      .union([z.array(z.string()), z.string(), z.record(z.string(), CountText)], { error: WARNING_SENTENCE })
      .transform(readAcknowledged)
      .meta({
        anyOf: [
          {
            type: "object",
            properties: Object.fromEntries(WARNINGS.map((warning) => [warning, SEEN])),
            additionalProperties: false,
          },
          { type: "array", items: { type: "string", enum: [...WARNINGS] } },
        ],
        ...says(
          "Warnings that you acknowledge: an object with the `count` of each, or a list of names. With counts, a higher count now returns 409. With names, a warning that isn't listed returns 422.",
          { converted_at_zero: 1 },
        ),
      }),
  })
  .partial()
  .meta({ id: "ClosePeriod" });
export type ClosePeriod = z.infer<typeof ClosePeriod>;

/** Unknown warning names are rejected with the path of the field. */
function readAcknowledged(
  acknowledged: string | string[] | Record<string, number>,
  check: z.RefinementCtx,
): Acknowledged {
  const read = typeof acknowledged === "string" ? acknowledged.split(",").map((name) => name.trim()) : acknowledged;
  const isList = Array.isArray(read);
  for (const [place, name] of (isList ? read : Object.keys(read)).entries()) {
    if (!isWarning(name)) {
      check.addIssue({ code: "custom", message: WARNING_SENTENCE, path: [isList ? place : name] });
    }
  }
  return isList ? read.filter(isWarning) : read;
}

export const PeriodCallsQuery = z
  .strictObject({
    warning: z
      .enum(CALL_WARNINGS, { error: `Use one of ${CALL_WARNINGS.join(", ")}.` })
      .meta(says("Filter by warning.", "converted_at_zero")),
    day: z.iso.date({ error: "Enter a day such as 2026-10-14." }).meta(says("Filter by day.", "2026-10-14")),
    cursor: Cursor,
    per_page: pageSize(200, 50),
  })
  .partial()
  .meta({ id: "PeriodCallsQuery" });
export type PeriodCallsQuery = z.infer<typeof PeriodCallsQuery>;

export const PeriodCallList = z
  .object({ status: Ok, calls: z.array(PeriodCall).meta(says("Calls, newest first.")), metadata: Metadata })
  .meta({ id: "PeriodCallList" });

export const Correction = z
  .object({
    id: z.string().meta(says("ID of the entry.", "call-1042-3-credit")),
    kind: z.string().meta(says("`charge`, `credit`, `payout`, `clawback`, or a kind of document.", "credit")),
    amount: Amount.optional().meta(
      says("Decimal amount in the company's currency, never negative. Omitted if you can't read it.", "10.00"),
    ),
    party: Party.meta(says("Buyer or traffic source that is billed or paid.")),
    call_id: z.number().int().nullable().meta(says("ID of the call. Null for a document.", 1042)),
    service_date: z.string().meta(says("Day of the call or document.", "2026-10-23")),
    period: z.string().meta(says("Month in which the entry is booked.", "2026-11")),
    rollup_id: z.number().int().meta(says("ID of the rollup that posted it.", 19)),
    posted_at: Time.meta(says("When the entry was posted.", "2026-11-09T08:00:00.000Z")),
    mechanism: z
      .string()
      .nullable()
      .meta(says("Mechanism of the change, such as `manual`, `api`, or `webhook`.", "manual")),
    reason: z.string().nullable().optional().meta(says("Reason, if one was sent.", "Returned.")),
    corrects: z
      .object({
        id: z.string().meta(says("ID of the entry that it offsets.", "call-1042-1-charge")),
        period: z.string().meta(says("Month in which that entry is booked.", "2026-10")),
      })
      .nullable()
      .meta(says("Entry that it offsets. Null if it offsets none.", { id: "call-1042-1-charge", period: "2026-10" })),
  })
  .meta({ id: "Correction", ...says("Entry for a month that was already closed.") });
export type Correction = z.infer<typeof Correction>;

export const CorrectionQuery = z.strictObject({ cursor: Cursor, per_page: pageSize(200, 50) }).partial();
export const CorrectionList = z
  .object({
    status: Ok,
    corrections: z
      .array(Correction)
      .meta(says("Corrections, by the day of the call or document and then by posting order.")),
    metadata: Metadata,
  })
  .meta({ id: "CorrectionList" });
