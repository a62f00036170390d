import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { CountText, Cursor, pageSize } from "@/lib/platform/contract/scalars";
import { type Acknowledged, CALL_WARNINGS, isWarning, WARNINGS } from "./domain/warning";

const WARNING_SENTENCE = `Use one or more of ${WARNINGS.join(", ")}, or each with how many you have seen.`;
const Month = z.string().meta(says("A calendar month in the company's zone.", "2026-10"));
const Amount = z.string();
const Time = z.string().meta({ format: "date-time" });
const Ok = z.literal(200).meta(says("The HTTP status.", 200));
const Named = z.object({
  id: z.number().int().meta(says("Number.", 7)),
  name: z.string().meta(says("Name.", "Brightside Solar")),
});
const Party = Named.extend({ type: z.enum(["buyer", "traffic_source"]).meta(says("Which of the two.", "buyer")) });
const Metadata = z
  .object({ next_cursor: z.string().nullable().meta(says("The cursor of the next page; null on the last.", null)) })
  .meta(says("About this page."));

export const KindTotal = z
  .object({
    account: z.string().meta(says("The company's own account. Tolerate new ones.", "revenue")),
    kind: z.string().meta(says("charge, credit, payout, clawback, payment, … Tolerate new ones.", "charge")),
    entries: z.number().int().meta(says("How many entries.", 128)),
    debit: Amount.optional().meta(says("What they debit that account; absent where you may not read it.", "0.00")),
    credit: Amount.optional().meta(says("What they credit it.", "1280.00")),
  })
  .meta({ id: "KindTotal" });
export type KindTotal = z.infer<typeof KindTotal>;

const sums = {
  entries: z.number().int().meta(says("Entries that are booked in it.", 192)),
  revenue: Amount.optional().meta(says("Charges less credits; absent where you may not read it.", "1270.00")),
  payout: Amount.optional().meta(says("Payouts less clawbacks; absent where you may not read it.", "640.00")),
  margin: Amount.optional().meta(says("Revenue less payout; absent unless you may read both.", "630.00")),
};

export const Period = z
  .object({
    month: Month,
    state: z
      .enum(["open", "ended", "closed"])
      .meta(says("open while it lasts, ended while it waits to be closed, closed for ever.", "ended")),
    can_close: z.boolean().meta(says("Whether it is the one month that can be closed now.", true)),
    ...sums,
    closed: z
      .object({
        at: Time.meta(says("When.", "2026-11-02T09:12:00.000Z")),
        by: z
          .object({
            type: z.string().meta(says("member, api_key or system.", "member")),
            name: z.string().meta(says("The name of the member or key.", "Ana Ruiz")),
          })
          .meta(says("Who closed it.")),
        rollup_id: z.number().int().meta(says("The link of the chain that closed it.", 12)),
        digest: z.string().meta(says("The seal of that link: SHA-256, hexadecimal.")),
      })
      .nullable()
      .meta(says("Who closed it, and the seal; null while it is not closed.", null)),
  })
  .meta({ id: "Period", ...says("A month of the books.") });
export type Period = z.infer<typeof Period>;

export const PeriodQuery = z.strictObject({ cursor: Cursor, per_page: pageSize(240, 60) }).partial();
export const PeriodList = z
  .object({ status: Ok, periods: z.array(Period).meta(says("The newest first.")), metadata: Metadata })
  .meta({ id: "PeriodList" });

export const PeriodCall = z
  .object({
    id: z.number().int().meta(says("Number of the call.", 1042)),
    started_at: Time.meta(says("When it started.", "2026-10-23T10:42:00.000Z")),
    caller: z.string().nullable().optional().meta(says("The caller, masked.", "…0100")),
    buyer: Named.nullable().meta(says("Who received it.")),
    traffic_source: Named.nullable().optional().meta(says("Who sent it.")),
    revenue: Amount.optional().meta(says("What the buyer owes while it is converted.", "0.00")),
    payout: Amount.optional().meta(says("What the traffic source earns while it is converted.", "6.00")),
  })
  .meta({ id: "PeriodCall" });
export type PeriodCall = z.infer<typeof PeriodCall>;

const OverCap = z.object({
  party: Party.meta(says("Whose cap it is.")),
  offer: z.string().nullable().meta(says("The offer it counts; null for all.", null)),
  measure: z.string().meta(says("What is counted.", "conversions")),
  span: z.string().meta(says("For how long.", "day")),
  window_start: Time.meta(says("When the window began.", "2026-10-14T06:00:00.000Z")),
  used: z.string().optional().meta(says("What was used.", "52")),
  limit: z.string().optional().meta(says("The cap.", "50")),
});
const UnusualDay = z.object({
  day: z.string().meta(says("The day.", "2026-10-14")),
  measure: z.enum(["conversions", "revenue"]).meta(says("What is unusual.", "conversions")),
  value: z.string().meta(says("What it was.", "3")),
  usual: z.string().meta(says("The median of the same weekday in that month.", "48")),
});

export const PeriodWarning = z
  .object({
    warning: z
      .enum(WARNINGS)
      .or(z.string())
      .meta(says("What is legal and seldom meant. Tolerate new ones.", "converted_at_zero")),
    count: z.number().int().meta(says("How many calls, windows of caps, or days.", 2)),
    calls: z
      .array(PeriodCall)
      .optional()
      .meta(says("The newest few of the calls; list them all with `/calls?warning=`.")),
    caps: z.array(OverCap).optional().meta(says("The first few of the windows.")),
    days: z.array(UnusualDay).optional().meta(says("The days; list their calls with `/calls?day=`.")),
  })
  .meta({ id: "PeriodWarning" });
export type PeriodWarning = z.infer<typeof PeriodWarning>;

export const PeriodDetail = Period.extend({
  currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
  kinds: z.array(KindTotal).meta(says("What is booked in it as of now, by account and kind.")),
  waiting: z.number().int().meta(says("Changes that closing would bill first.", 0)),
  not_closable: z.string().nullable().meta(says("Why it cannot be closed now, as a sentence.", null)),
  warnings: z
    .array(PeriodWarning)
    .meta(says("What to look at before it is closed; of a closed month, what it warned of then.")),
  frozen: z
    .object({ ...sums, kinds: z.array(KindTotal).meta(says("By account and kind.")) })
    .nullable()
    .meta(says("What it came to when it was closed; null while it is not. It still does.", null)),
  corrections: z.number().int().meta(says("Entries about this month that were posted to later ones.", 0)),
}).meta({ id: "PeriodDetail", ...says("A month of the books with what closing it would mean.") });
export type PeriodDetail = z.infer<typeof PeriodDetail>;

export const PeriodAnswer = z.object({ status: Ok, period: PeriodDetail }).meta({ id: "PeriodAnswer" });

const SEEN = { type: "integer", minimum: 0, ...says("How much of it you have seen: its `count`.", 1) } as const;

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
          "The warnings that you have looked at: each with the count that you have seen, or as a list of names. With counts, a month that warns of more by now is refused with 409. With names, one that warns of others is refused with 422.",
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
      .meta(says("Only calls that are warned of for this.", "converted_at_zero")),
    day: z.iso.date({ error: "Enter a day such as 2026-10-14." }).meta(says("Only calls of this day.", "2026-10-14")),
    cursor: Cursor,
    per_page: pageSize(200, 50),
  })
  .partial()
  .meta({ id: "PeriodCallsQuery" });
export type PeriodCallsQuery = z.infer<typeof PeriodCallsQuery>;

export const PeriodCallList = z
  .object({ status: Ok, calls: z.array(PeriodCall).meta(says("The newest first.")), metadata: Metadata })
  .meta({ id: "PeriodCallList" });

export const Correction = z
  .object({
    id: z.string().meta(says("Name of the entry.", "call-1042-3-credit")),
    kind: z.string().meta(says("charge, credit, payout, clawback or a kind of document.", "credit")),
    amount: Amount.optional().meta(says("Never negative; absent where you may not read it.", "10.00")),
    party: Party.meta(says("Whose account moves.")),
    call_id: z.number().int().nullable().meta(says("The call; null for a document.", 1042)),
    service_date: z.string().meta(says("The day it is about.", "2026-10-23")),
    period: z.string().meta(says("The month that has it in its books.", "2026-11")),
    rollup_id: z.number().int().meta(says("The rollup that posted it.", 19)),
    posted_at: Time.meta(says("When it was posted.", "2026-11-09T08:00:00.000Z")),
    mechanism: z.string().nullable().meta(says("How the change came: manual, api, webhook, …", "manual")),
    reason: z.string().nullable().optional().meta(says("Why, in the words of who made the change.", "Returned.")),
    corrects: z
      .object({
        id: z.string().meta(says("Name of the entry that it takes back.", "call-1042-1-charge")),
        period: z.string().meta(says("The month that has that in its books.", "2026-10")),
      })
      .nullable()
      .meta(says("What it takes back; null where it is new.", { id: "call-1042-1-charge", period: "2026-10" })),
  })
  .meta({ id: "Correction", ...says("An entry about a month that was closed already.") });
export type Correction = z.infer<typeof Correction>;

export const CorrectionQuery = z.strictObject({ cursor: Cursor, per_page: pageSize(200, 50) }).partial();
export const CorrectionList = z
  .object({
    status: Ok,
    corrections: z.array(Correction).meta(says("By the day they are about, then in the order of posting.")),
    metadata: Metadata,
  })
  .meta({ id: "CorrectionList" });
