import { z } from "zod";
import { isTimeZone } from "@/lib/base/time-zone";
import { Call } from "@/lib/call/contract/call";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, asks, Cursor, IdText, pageSize } from "@/lib/platform/contract/scalars";
import { MEASURES, SPANS } from "./domain/cap";

const LIMIT_SENTENCE = "Enter a whole number of calls, or an amount such as 500.00 for revenue.";
const MEASURE_SENTENCE = `Use ${MEASURES.slice(0, -1).join(", ")} or ${MEASURES.at(-1)}.`;
const SPAN_SENTENCE = `Use ${SPANS.slice(0, -1).join(", ")} or ${SPANS.at(-1)}.`;

const capFields = {
  offer_id: IdText.nullable().meta(
    says("ID of the offer whose calls count. Null to count the calls of all offers together.", 3),
  ),
  measure: z
    .enum(MEASURES, { error: MEASURE_SENTENCE })
    .meta(
      says(
        "What the cap counts: `conversions` in force, their `revenue` (for a traffic source, its payout), calls (`attempts`), connected calls (`connections`), or calls at once (`concurrency`).",
        "conversions",
      ),
    ),
  span: z.enum(SPANS, { error: SPAN_SENTENCE }).meta(says("Window of the cap. Use `now` for `concurrency`.", "day")),
  limit: z
    .string({ error: LIMIT_SENTENCE })
    .regex(/^[0-9]{1,9}(\.[0-9]{1,4})?$/, asks("Enter a limit.", LIMIT_SENTENCE))
    .meta(says("Most that is allowed: calls, or a decimal amount in the company's currency for `revenue`.", "50")),
  stops_automatic: ApiBoolean.meta(
    says("True to stop automatic conversions once the cap is reached. Explicit updates still convert.", true),
  ),
  time_zone: z
    .string({ error: "Enter a time zone such as America/Denver." })
    .max(64)
    .refine(isTimeZone, "Enter a time zone such as America/Denver.")
    .meta(
      says("IANA time zone of the hours, days, and months. Defaults to that of the business hours.", "America/Denver"),
    ),
};

export const NewCap = z
  .strictObject({
    ...capFields,
    offer_id: capFields.offer_id.default(null),
    stops_automatic: capFields.stops_automatic.default(false),
    time_zone: capFields.time_zone.optional(),
  })
  .meta({ id: "NewCap" });
export type NewCap = z.output<typeof NewCap>;

/** No defaults: they would overwrite the values in force. */
export const CapUpdate = z.strictObject(capFields).partial().meta({ id: "CapUpdate" });
export type CapUpdate = z.output<typeof CapUpdate>;

const Party = z.object({
  id: z.number().int().meta(says("ID of the buyer, traffic source, or offer.", 3)),
  name: z.string().meta(says("Name of the buyer, traffic source, or offer.", "Solar quotes")),
});
const Time = z.string().meta({ format: "date-time" });

const counted = {
  id: z.number().int().meta(says("ID of the cap. An update creates a new ID.", 4)),
  offer: Party.nullable().meta(says("Offer whose calls count. Null if all calls count.", null)),
  measure: z
    .string()
    .meta(says("`conversions`, `revenue`, `attempts`, `connections`, or `concurrency`.", "conversions")),
  span: z.string().meta(says("`hour`, `day`, `month`, `total`, or `now`.", "day")),
  used: z
    .string()
    .optional()
    .meta(says("Usage in the current window: calls or an amount. Omitted if you can't read it.", "31")),
  limit: z.string().optional().meta(says("Limit: calls or an amount. Omitted if you can't read it.", "50")),
  running: z
    .number()
    .int()
    .meta(says("Calls in progress and undecided, which might still use the cap. They count in addition to `used`.", 2)),
  remaining: z
    .string()
    .optional()
    .meta(
      says(
        "What is left after `used` and `running`, never negative. For amounts, running calls are not deducted.",
        "17",
      ),
    ),
  used_up: z.boolean().meta(says("True if nothing is left.", false)),
  over: z.boolean().meta(says("True if explicit updates have exceeded the limit.", false)),
  resets_at: Time.nullable().meta(says("When the next window begins. Null if there is none.")),
  stops_automatic: z.boolean().meta(says("True if automatic conversions stop once the cap is reached.", true)),
};

export const CapUse = z.object(counted).meta({ id: "CapUse", ...says("Cap with its current usage.") });
export type CapUse = z.infer<typeof CapUse>;

export const Cap = z
  .object({
    ...counted,
    time_zone: z.string().meta(says("IANA time zone of the hours, days, and months.", "America/Denver")),
    created_at: Time.meta(says("When the cap took effect.", "2026-11-23T10:42:00.000Z")),
    withdrawn_at: Time.nullable().meta(says("When the cap was withdrawn. Null while it is in force.", null)),
    by: z.string().nullable().meta(says("Who created the cap.", "Ana Ruiz")),
  })
  .meta({ id: "Cap" });
export type Cap = z.infer<typeof Cap>;

const Ok = z.literal(200).meta(says("HTTP status.", 200));

export const CapList = z
  .object({
    status: Ok,
    party: Party.meta(says("Buyer or traffic source that the caps belong to.")),
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    caps: z.array(Cap).meta(says("Caps in force, in order of creation.")),
    withdrawn: z.array(Cap).meta(says("The last 50 withdrawn caps, newest first.")),
  })
  .meta({ id: "CapList" });
export type CapList = z.infer<typeof CapList>;

export const CapAnswer = z.object({ status: Ok, cap: Cap }).meta({ id: "CapAnswer" });
export const CreatedCap = z
  .object({ status: z.literal(201).meta(says("HTTP status.", 201)), cap: Cap })
  .meta({ id: "CreatedCap" });

export const CapCallsQuery = z.strictObject({ cursor: Cursor.optional(), per_page: pageSize(100, 50).optional() });
export type CapCallsQuery = z.output<typeof CapCallsQuery>;
export const CapCalls = z
  .object({
    status: Ok,
    calls: z.array(Call).meta(says("Calls that count toward the cap in the current window, newest first.")),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)),
      })
      .meta(says("Pagination.")),
  })
  .meta({ id: "CapCalls" });
export type CapCalls = z.infer<typeof CapCalls>;

export const AvailabilityQuery = z.strictObject({
  offer_id: IdText.optional().meta(
    says("ID of the offer of the call, to include its own caps. Without it, only caps for all offers apply.", 3),
  ),
});
export type AvailabilityQuery = z.output<typeof AvailabilityQuery>;

export const Availability = z
  .object({
    status: Ok,
    available: z.boolean().meta(says("True if you can send a call now.", true)),
    open_now: z
      .boolean()
      .meta(says("True if the buyer is within its business hours. Always true for traffic sources.", true)),
    reasons: z
      .array(
        z.object({
          code: z.string().meta(says("`archived`, `closed`, `cap`, or `credit`. New codes may be added.", "cap")),
          message: z
            .string()
            .meta(says("Explanation for a person to read.", "The cap of 50 conversions per day is used up.")),
          cap_id: z.number().int().optional().meta(says("ID of the cap.", 4)),
        }),
      )
      .meta(says("Why calls can't be sent. Empty if they can.")),
    caps: z.array(CapUse).meta(says("Caps that were checked.")),
    credit: z
      .object({
        left: z.boolean().meta(says("True if credit is left after unbilled amounts.", true)),
        available: z
          .string()
          .optional()
          .meta(says("Credit left. Decimal amount in the company's currency. Requires `billing: read`.", "412.50")),
      })
      .nullable()
      .meta(says("Credit of a prepaid buyer or one with a credit limit. Otherwise null.", null)),
    checked_at: Time.meta(says("When availability was checked.", "2026-11-23T10:42:00.000Z")),
  })
  .meta({ id: "Availability" });
export type Availability = z.infer<typeof Availability>;
