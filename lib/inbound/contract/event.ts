import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { Cursor, pageSize } from "@/lib/platform/contract/scalars";
import { Outcome, Signature } from "./integration";

export const EventLogQuery = z
  .strictObject({ outcome: Outcome, cursor: Cursor, per_page: pageSize(100, 50) })
  .partial()
  .meta({ id: "EventLogQuery" });
export type EventLogQuery = z.output<typeof EventLogQuery>;

const SENDER_TYPES = ["integration", "buyer", "api_key", "secure_token"] as const;

export const InboundEvent = z
  .object({
    id: z.number().int().meta(says("ID of the event.", 12)),
    received_at: z.iso.datetime().meta(says("When the event was received.", "2026-11-23T10:46:00.000Z")),
    sender: z
      .object({
        type: z.enum(SENDER_TYPES).meta(says("Type of the sender.", "secure_token")),
        id: z.number().int().meta(says("ID of the integration, buyer, API key, or secure token.", 2)),
        name: z.string().meta(says("Name of the sender.", "Brightside CRM")),
      })
      .meta(says("Who sent the event.")),
    method: z.string().meta(says("HTTP method.", "PUT")),
    signature: Signature,
    answered: z.number().int().meta(says("HTTP status of the response.", 422)),
    outcome: Outcome,
    problem: z.string().nullable().meta(says("Why the event was not applied.", "Choose a buyer.")),
    call_ids: z.array(z.number().int()).meta(says("IDs of the calls that the event is about, if known.", [1042])),
    payload: z
      .string()
      .nullable()
      .meta(says("Query string and body, up to 16 KiB. Null if you can't read them.", '{"buyer_converted":true}')),
  })
  .meta({ id: "InboundEvent" });
export type InboundEvent = z.output<typeof InboundEvent>;

export const InboundEventList = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    events: z.array(InboundEvent).meta(says("Events, newest first.")),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)),
      })
      .meta(says("Pagination.")),
  })
  .meta({ id: "InboundEventList" });
export type InboundEventList = z.output<typeof InboundEventList>;
