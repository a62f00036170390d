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
  offer_id: IdText.nullable().meta(says("Counts the calls of this offer alone; null: of all offers together.", 3)),
  measure: z
    .enum(MEASURES, { error: MEASURE_SENTENCE })
    .meta(
      says(
        "What is counted: standing conversions, their revenue (of a traffic source its payout), calls, connected calls, or calls at once.",
        "conversions",
      ),
    ),
  span: z
    .enum(SPANS, { error: SPAN_SENTENCE })
    .meta(says("Counted anew each hour, day or month, or in total; now for calls at once.", "day")),
  limit: z
    .string({ error: LIMIT_SENTENCE })
    .regex(/^[0-9]{1,9}(\.[0-9]{1,4})?$/, asks("Enter a limit.", LIMIT_SENTENCE))
    .meta(says("Calls, or an amount for revenue.", "50")),
  stops_automatic: ApiBoolean.meta(
    says("Rules, duration and voice agent convert nothing past it. What somebody says converts all the same.", true),
  ),
  time_zone: z
    .string({ error: "Enter a time zone such as America/Denver." })
    .max(64)
    .refine(isTimeZone, "Enter a time zone such as America/Denver.")
    .meta(says("Whose hours, days and months: that of the business hours, unless said otherwise.", "America/Denver")),
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
  id: z.number().int().meta(says("Number.", 3)),
  name: z.string().meta(says("Name.", "Solar quotes")),
});
const Time = z.string().meta({ format: "date-time" });

const counted = {
  id: z.number().int().meta(says("The cap's number; an edit gives it a new one.", 4)),
  offer: Party.nullable().meta(says("Counts the calls of this offer alone; null: of all.", null)),
  measure: z.string().meta(says("conversions, revenue, attempts, connections or concurrency.", "conversions")),
  span: z.string().meta(says("hour, day, month, total or now.", "day")),
  used: z
    .string()
    .optional()
    .meta(says("Used in the window that runs now: calls, or an amount; absent where it may not be read.", "31")),
  limit: z.string().optional().meta(says("Calls, or an amount; absent where it may not be read.", "50")),
  running: z
    .number()
    .int()
    .meta(says("Calls that run now, undecided: they may come to use it. They count on top of what is used.", 2)),
  remaining: z
    .string()
    .optional()
    .meta(says("What is left once the running calls are counted; never negative. Amounts leave them out.", "17")),
  used_up: z.boolean().meta(says("Nothing is left.", false)),
  over: z.boolean().meta(says("More is used than the limit: somebody said so.", false)),
  resets_at: Time.nullable().meta(says("When the next window begins; null where there is none.")),
  stops_automatic: z.boolean().meta(says("Automatic mechanisms convert nothing past it.", true)),
};

export const CapUse = z.object(counted).meta({ id: "CapUse", ...says("A cap and what is used of it now.") });
export type CapUse = z.infer<typeof CapUse>;

export const Cap = z
  .object({
    ...counted,
    time_zone: z.string().meta(says("Whose hours, days and months.", "America/Denver")),
    created_at: Time.meta(says("Since when it counts what stops.", "2026-11-23T10:42:00.000Z")),
    withdrawn_at: Time.nullable().meta(says("Until when; null while it is in force.", null)),
    by: z.string().nullable().meta(says("Who made it.", "Ana Ruiz")),
  })
  .meta({ id: "Cap" });
export type Cap = z.infer<typeof Cap>;

const Ok = z.literal(200).meta(says("The HTTP status.", 200));

export const CapList = z
  .object({
    status: Ok,
    party: Party.meta(says("Whose caps.")),
    currency: z.string().meta(says("The currency of all amounts.", "USD")),
    caps: z.array(Cap).meta(says("In force, in the order in which they were made.")),
    withdrawn: z.array(Cap).meta(says("The last fifty that are not any more, newest first.")),
  })
  .meta({ id: "CapList" });
export type CapList = z.infer<typeof CapList>;

export const CapAnswer = z.object({ status: Ok, cap: Cap }).meta({ id: "CapAnswer" });
export const CreatedCap = z
  .object({ status: z.literal(201).meta(says("The HTTP status.", 201)), cap: Cap })
  .meta({ id: "CreatedCap" });

export const CapCallsQuery = z.strictObject({ cursor: Cursor.optional(), per_page: pageSize(100, 50).optional() });
export type CapCallsQuery = z.output<typeof CapCallsQuery>;
export const CapCalls = z
  .object({
    status: Ok,
    calls: z.array(Call).meta(says("Calls that use the window that runs now, newest first.")),
    metadata: z
      .object({ next_cursor: z.string().nullable().meta(says("For the next page; null on the last.", null)) })
      .meta(says("The way on.")),
  })
  .meta({ id: "CapCalls" });
export type CapCalls = z.infer<typeof CapCalls>;

export const AvailabilityQuery = z.strictObject({
  offer_id: IdText.optional().meta(
    says("For a call of this offer: its own caps count too. Without it only those for all offers decide.", 3),
  ),
});
export type AvailabilityQuery = z.output<typeof AvailabilityQuery>;

export const Availability = z
  .object({
    status: Ok,
    available: z.boolean().meta(says("Whether a call may be sent now.", true)),
    open_now: z.boolean().meta(says("Within the buyer's business hours; always true for traffic sources.", true)),
    reasons: z
      .array(
        z.object({
          code: z.string().meta(says("closed, cap or credit; more may come: tolerate new ones.", "cap")),
          message: z.string().meta(says("For a person.", "The cap of 50 conversions per day is used up.")),
          cap_id: z.number().int().optional().meta(says("Which cap.", 4)),
        }),
      )
      .meta(says("Why not; empty where it is available.")),
    caps: z.array(CapUse).meta(says("The caps that were looked at.")),
    credit: z
      .object({
        left: z.boolean().meta(says("Whether any credit is left, what is not billed yet included.", true)),
        available: z.string().optional().meta(says("How much, for those who may read billing.", "412.50")),
      })
      .nullable()
      .meta(says("Of a buyer who pays in advance or has a limit; null for all others.", null)),
    checked_at: Time.meta(says("When this was so.", "2026-11-23T10:42:00.000Z")),
  })
  .meta({ id: "Availability" });
export type Availability = z.infer<typeof Availability>;
