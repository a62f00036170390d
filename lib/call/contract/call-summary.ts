import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { CALL_GROUPS } from "../domain/call-sums";
import { CallFilters } from "./call-list";

export const CallSummaryQuery = z
  .strictObject({
    ...CallFilters,
    group_by: z
      .enum(CALL_GROUPS, { error: `Use one of ${CALL_GROUPS.join(", ")}.` })
      .meta(says("What to group by. Days and hours are those of the company's time zone.", "day")),
  })
  .partial()
  .meta({ id: "CallSummaryQuery" });
export type CallSummaryQuery = z.infer<typeof CallSummaryQuery>;

const Count = z.number().int();
const Party = z
  .object({
    id: Count.meta(says("ID of the offer, buyer, or traffic source.", 7)),
    name: z.string().meta(says("Name of the offer, buyer, or traffic source.", "Brightside Solar")),
  })
  .nullable();

const Sums = {
  calls: Count.meta(says("Number of calls.", 120)),
  connected_seconds: Count.meta(says("Seconds connected, in all.", 20_520)),
  buyer_converted: Count.optional().meta(says("Calls whose buyer side is converted.", 40)),
  offer_converted: Count.optional().meta(says("Calls whose offer side is converted.", 36)),
  either_converted: Count.optional().meta(says("Calls with a converted side.", 42)),
  revenue: z
    .string()
    .optional()
    .meta(says("Revenue of the calls whose buyer side is converted. Decimal amount.", "400.00")),
  payout: z
    .string()
    .optional()
    .meta(says("Payout of the calls whose offer side is converted. Decimal amount.", "216.00")),
};

export const CallSums = z
  .object(Sums)
  .meta({ id: "CallSums", ...says("Counts and sums. Those that you can't read are omitted.") });
export type CallSums = z.infer<typeof CallSums>;

export const CallSumsOfGroup = z
  .object({
    day: z.string().optional().meta(says("Day in the company's time zone.", "2026-11-23")),
    hour: z
      .string()
      .optional()
      .meta({ format: "date-time", ...says("Start of the hour.", "2026-11-23T17:00:00.000Z") }),
    offer: Party.optional().meta(says("Offer.")),
    buyer: Party.optional().meta(says("Buyer. Null for calls without one.")),
    traffic_source: Party.optional().meta(says("Traffic source. Null for calls without one.")),
    mechanism: z
      .string()
      .nullable()
      .optional()
      .meta(says("Mechanism that decided a side. Null for calls that none decided.", "duration")),
    ...Sums,
  })
  .meta({ id: "CallSumsOfGroup", ...says("Counts and sums of a group, named by its field.") });
export type CallSumsOfGroup = z.infer<typeof CallSumsOfGroup>;

export const CallSummary = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    totals: CallSums.meta(says("All calls of the filter.")),
    groups: z
      .array(CallSumsOfGroup)
      .optional()
      .meta(says("Groups, in order of time, or those with most calls first. Omitted without `group_by`.")),
  })
  .meta({ id: "CallSummary" });
export type CallSummary = z.infer<typeof CallSummary>;
