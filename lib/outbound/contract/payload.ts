import { z } from "zod";
import { MECHANISMS } from "@/lib/call/domain/mechanism";
import { says } from "@/lib/platform/contract/says";

/** What is posted to endpoints. Fields are only ever added. */

const id = (what: string, example: number) => z.number().int().meta(says(what, example));
const idOrNull = (what: string, example: number) => z.number().int().nullable().meta(says(what, example));
const seconds = (what: string, example: number) => z.number().int().nullable().meta(says(what, example));
const amount = (what: string, example: string) => z.string().meta(says(what, example));
const Currency = z.string().meta(says("Currency of the amounts.", "USD"));

const ReportedCall = z
  .object({
    id: id("ID of the call.", 1042),
    uuid: z.string().meta(says("UUID of the call.", "CALL_UUID")),
    version: id("Version of the call after the event.", 4),
    offer_id: id("ID of the offer.", 3),
    started_at: z.iso.datetime().meta(says("When the call started.", "2026-11-23T10:42:00.000Z")),
    duration_seconds: seconds("Total seconds. Null while unknown.", 184),
    connected_seconds: seconds("Connected seconds. Null while unknown.", 171),
  })
  .meta({ id: "ReportedCall" });

/** Absent for the endpoints of a traffic source. */
const BuyerSide = {
  buyer_id: idOrNull("ID of the buyer. Not sent to a traffic source's endpoint.", 7).optional(),
  buyer_converted: z.boolean().meta(says("Whether the buyer side is converted.", true)).optional(),
  revenue: amount("What the buyer owes for the call now.", "10.00").optional(),
};
/** Absent for the endpoints of a buyer. */
const OfferSide = {
  traffic_source_id: idOrNull("ID of the traffic source. Not sent to a buyer's endpoint.", 9).optional(),
  offer_converted: z.boolean().meta(says("Whether the offer side is converted.", true)).optional(),
  payout: amount("What the traffic source earns for the call now.", "6.00").optional(),
};
const Decided = {
  call: ReportedCall,
  currency: Currency,
  mechanism: z.enum(MECHANISMS).meta(says("How the side was decided.", "secure_api")),
};
const Timestamp = z.iso.datetime().meta(says("When it happened.", "2026-11-23T10:45:09.000Z"));

const event = <Type extends string, Data extends z.ZodObject>(types: readonly [Type, ...Type[]], data: Data) =>
  z.object({
    type: z.enum(types).meta(says("Type of the event.", types[0])),
    timestamp: Timestamp,
    data: data.meta(says("What happened. New fields may be added.")),
  });

const CallEvent = event(
  ["call.created", "call.updated"],
  z.object({ call: ReportedCall, currency: Currency, ...BuyerSide, ...OfferSide }),
).meta({ id: "CallEvent" });

const BuyerEvent = event(
  ["buyer.converted", "buyer.reversed", "buyer.repriced"],
  z.object({ ...Decided, ...BuyerSide, revenue_before: amount("What the buyer owed before.", "0.00") }),
).meta({ id: "BuyerEvent" });

const OfferEvent = event(
  ["offer.converted", "offer.reversed", "offer.repriced"],
  z.object({ ...Decided, ...OfferSide, payout_before: amount("What the traffic source earned before.", "0.00") }),
).meta({ id: "OfferEvent" });

const EntryEvent = event(
  ["entry.posted"],
  z.object({
    entry: z
      .object({
        id: z.string().meta(says("ID of the entry.", "call-1042-4-charge")),
        kind: z.string().meta(says("One of charge, credit, payout, clawback, or a later addition.", "charge")),
        amount: amount("Amount of the entry, never negative.", "10.00"),
        party: z
          .object({
            type: z.enum(["buyer", "traffic_source"]).meta(says("Type of the party.", "buyer")),
            id: id("ID of the buyer or traffic source.", 7),
          })
          .nullable()
          .meta(says("Who is billed or paid. Null for the company's own entries.")),
        call: z
          .object({ id: id("ID of the call.", 1042), uuid: z.string().meta(says("UUID of the call.", "CALL_UUID")) })
          .nullable()
          .meta(says("Call that was billed. Null for documents.")),
        document_number: idOrNull("Number of the document. Null for calls.", 12),
        booked_on: z.string().meta(says("Day in the books.", "2026-11-23")),
        service_date: z.string().meta(says("Day of the call or document.", "2026-11-23")),
        rollup_id: id("Number of the rollup that posted it.", 12),
      })
      .meta(says("The entry.")),
    currency: Currency,
  }),
).meta({ id: "EntryEvent" });

const StatementEvent = event(
  ["statement.issued"],
  z.object({
    statement: z
      .object({
        number: z.string().meta(says("Number of the statement.", "INV-000123")),
        party: z
          .object({
            type: z.enum(["buyer", "traffic_source"]).meta(says("Type of the party.", "buyer")),
            id: id("ID of the buyer or traffic source.", 7),
          })
          .meta(says("Whose statement it is.")),
        cycle_start: z.string().meta(says("First day of the cycle.", "2026-11-01")),
        cycle_end: z.string().meta(says("Last day of the cycle.", "2026-11-30")),
        due_on: z.string().meta(says("Day it is due.", "2026-12-31")),
        billed: amount("Billed or earned in the cycle.", "1250.00"),
        balance: amount("Balance at the end of the cycle.", "1250.00"),
      })
      .meta(says("The statement.")),
    currency: Currency,
  }),
).meta({ id: "StatementEvent" });

const PeriodEvent = event(
  ["period.closed"],
  z.object({ month: z.string().meta(says("Month that was closed.", "2026-10")) }),
).meta({ id: "PeriodEvent" });

const InboxEvent = event(
  ["inbox.waiting"],
  z.object({
    item: z
      .object({
        id: id("ID of the inbox item.", 31),
        reason: z.string().meta(says("Why it waits. New reasons may be added.", "locked")),
        call_id: idOrNull("ID of the call. Null if none matched.", 1042),
        side: z.enum(["buyer", "offer"]).nullable().meta(says("Side it is about. Null for both or none.", "buyer")),
        mechanism: z.string().meta(says("How it arrived.", "secure_api")),
      })
      .meta(says("The item, without what was sent.")),
  }),
).meta({ id: "InboxEvent" });

const TestEvent = event(["endpoint.test"], z.object({})).meta({ id: "TestEvent" });

export const Payload = z.discriminatedUnion("type", [
  CallEvent,
  BuyerEvent,
  OfferEvent,
  EntryEvent,
  StatementEvent,
  PeriodEvent,
  InboxEvent,
  TestEvent,
]);
