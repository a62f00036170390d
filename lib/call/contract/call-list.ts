import { z } from "zod";
import { DayText } from "@/lib/platform/contract/days";
import { says } from "@/lib/platform/contract/says";
import {
  ApiBoolean,
  CountText,
  Cursor,
  IdText,
  MoneyText,
  pageSize,
  TimeText,
  text,
} from "@/lib/platform/contract/scalars";
import { CALL_SORTS } from "../domain/call-order";
import { MECHANISMS } from "../domain/mechanism";
import { Call } from "./call";
import { Tokens } from "./token";

const CALLS_A_PAGE_AT_MOST = 1000;
const CALL_STATES = ["in_progress", "finished"] as const;

/** An instant, or a day of the company's time zone. */
const InstantOrDay = z
  .union([DayText, TimeText], {
    error: "Enter a time with its zone, such as 2026-11-23T10:42:00Z, or a day such as 2026-11-23.",
  })
  .meta({ type: "string", example: "2026-11-23" });

const FIELDS = Object.keys(Call.shape) as (keyof Call)[];
const isField = (name: string): name is keyof Call => FIELDS.some((field) => field === name);

const FieldNames = text(1, 1000).transform((written, check) => {
  const names = written.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !isField(name));
  if (unknown === undefined) return names.filter(isField);
  check.addIssue({ code: "custom", message: `“${unknown}” is no field of a call. Use names such as id,uuid,revenue.` });
  return z.NEVER;
});

/** What lists and summaries filter by. */
export const CallFilters = {
  q: text(0, 100).meta(
    says(
      "Search by caller (all, the beginning, or the end of the number), ID, UUID or its beginning, external ID, or part of the name of a buyer, offer, or traffic source.",
      "5550100",
    ),
  ),
  external_id: text(1, 200).meta(says("Filter by the ID of the call in your phone system.", "CA-7781")),
  buyer_id: IdText.meta(says("Filter by buyer.", 7)),
  offer_id: IdText.meta(says("Filter by offer.", 3)),
  traffic_source_id: IdText.meta(says("Filter by traffic source.", 9)),
  started_from: InstantOrDay.meta(
    says("Calls that started then or later. A time, or a day in the company's time zone.", "2026-11-01"),
  ),
  started_until: InstantOrDay.meta(
    says("Calls that started earlier. A time, or a day in the company's time zone, which is included.", "2026-11-30"),
  ),
  changed_since: TimeText.meta(
    says("Calls that were recorded or changed since then, at most 10,000 changes.", "2026-11-23T10:42:00Z"),
  ),
  buyer_converted: ApiBoolean.meta(says("Filter by the conversion of the buyer side.", true)),
  offer_converted: ApiBoolean.meta(says("Filter by the conversion of the offer side.", true)),
  either_converted: ApiBoolean.meta(says("True for calls with a converted side, false for those without.", true)),
  mechanism: z
    .enum(MECHANISMS, { error: `Use one of ${MECHANISMS.join(", ")}.` })
    .meta(says("Calls of which this mechanism decided a side.", "duration")),
  state: z
    .enum(CALL_STATES, { error: `Use one of ${CALL_STATES.join(", ")}.` })
    .meta(says("`in_progress` until an end or a duration is reported, then `finished`.", "finished")),
  connected_min: CountText.meta(says("Connected for at least so many seconds.", 90)),
  connected_max: CountText.meta(says("Connected for at most so many seconds.", 600)),
  revenue_min: MoneyText.meta(says("Revenue of at least this amount.", "10.00")),
  revenue_max: MoneyText.meta(says("Revenue of at most this amount.", "50.00")),
  tokens: Tokens.meta({
    description: "Calls with these values of tokens, such as `tokens[zip]=80202`.",
    example: { zip: "80202" },
  }),
  has_inbox: ApiBoolean.meta(says("True for calls with open inbox items, false for those without.", true)),
};

const Ordered = {
  sort: z
    .enum(CALL_SORTS, { error: `Use one of ${CALL_SORTS.join(", ")}.` })
    .meta(
      says(
        "Order of the calls, `-started_at` (newest first) by default. Other fields than `started_at` sort at most 10,000 calls.",
        "-started_at",
      ),
    ),
  fields: FieldNames.meta({
    type: "string",
    ...says("Only these fields of each call, comma-separated.", "id,uuid,revenue"),
  }),
};

export const CallListQuery = z
  .strictObject({ ...CallFilters, ...Ordered, cursor: Cursor, per_page: pageSize(CALLS_A_PAGE_AT_MOST, 50) })
  .partial()
  .meta({ id: "CallListQuery" });
export type CallListQuery = z.infer<typeof CallListQuery>;

/** A call with the requested fields. */
const SomeFields = Call.partial().meta({ id: "SomeFieldsOfCall", ...says("The requested fields of a call.") });
export type SomeFields = z.infer<typeof SomeFields>;

export const CallList = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    calls: z
      .array(z.union([Call, SomeFields]))
      .meta(says("Calls in the requested order, with the requested fields; by default all fields, newest first.")),
    metadata: z
      .object({
        next_cursor: z
          .string()
          .nullable()
          .meta(
            says(
              "Cursor of the next page. Null on the last page. A page may have fewer calls than requested before.",
              null,
            ),
          ),
      })
      .meta(says("Pagination.")),
  })
  .meta({ id: "CallList" });
export type CallList = z.infer<typeof CallList>;
