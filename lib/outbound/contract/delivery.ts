import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, Cursor, pageSize, TimeText } from "@/lib/platform/contract/scalars";
import { Payload } from "./payload";

const STATES = ["waiting", "delivered", "given_up"] as const;
const State = z
  .enum(STATES, { error: `Use one of ${STATES.join(", ")}.` })
  .meta(says("Waiting deliveries are tried for three days, then given up.", "delivered"));
const AT = "2026-11-23T10:45:09.000Z";
const ID = "0b8e4f52-6f0e-4d0c-9f1c-2b7a54c7a9d1";
const time = (what: string) => z.iso.datetime().meta(says(what, AT));
const timeOrNull = (what: string) => z.iso.datetime().nullable().meta(says(what, AT));
const Status = z.number().int().nullable().meta(says("HTTP status of the answer. Null without one.", 200));
const Problem = z.string().nullable().meta(says("Why the attempt failed. Null for a success.", null));

export const DeliveryQuery = z
  .strictObject({ state: State, cursor: Cursor, per_page: pageSize(100, 50) })
  .partial()
  .meta({ id: "DeliveryQuery" });
export type DeliveryQuery = z.output<typeof DeliveryQuery>;

export const WebhookDelivery = z
  .object({
    id: z.string().meta(says("ID of the event: `webhook-id` of every attempt.", ID)),
    event: z.string().meta(says("Type of the event.", "buyer.converted")),
    occurred_at: time("When it happened."),
    state: State,
    attempts: z.number().int().meta(says("How often it was sent.", 1)),
    next_attempt_at: timeOrNull("When it is sent next. Null if it isn't waiting."),
    delivered_at: timeOrNull("When the successful attempt was made."),
    last_status: Status,
    last_problem: Problem,
  })
  .meta({ id: "WebhookDelivery" });
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

const DeliveryAttempt = z
  .object({
    number: z.number().int().meta(says("Number of the attempt, counted from 1.", 1)),
    attempted_at: time("When it was sent."),
    milliseconds: z.number().int().meta(says("How long the answer took.", 42)),
    url: z.string().meta(says("URL it was sent to.", "https://hooks.example.test/callmark")),
    headers: z.record(z.string(), z.string()).meta(says("Request headers.")),
    status: Status,
    problem: Problem,
    answer: z.string().meta(says("The beginning of the answer, up to 4 KB.", "OK")),
  })
  .meta({ id: "DeliveryAttempt" });

export const FullDelivery = WebhookDelivery.extend({
  payload: Payload.meta(says("JSON that is posted.")),
  tries: z.array(DeliveryAttempt).meta(says("The last 100 attempts, newest first.")),
}).meta({ id: "FullDelivery" });
export type FullDelivery = z.infer<typeof FullDelivery>;

const Ok = z.literal(200).meta(says("HTTP status.", 200));

export const DeliveryList = z
  .object({
    status: Ok,
    deliveries: z.array(WebhookDelivery).meta(says("Deliveries, newest first.")),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)),
      })
      .meta(says("Pagination.")),
  })
  .meta({ id: "DeliveryList" });
export type DeliveryList = z.infer<typeof DeliveryList>;
export const DeliveryAnswer = z.object({ status: Ok, delivery: FullDelivery }).meta({ id: "DeliveryAnswer" });

export const ResendRange = z
  .strictObject({
    from: TimeText.meta(says("Events from this time on.", "2026-11-23T00:00:00Z")),
    until: TimeText.meta(says("Events before this time.", "2026-11-24T00:00:00Z")),
    missing: ApiBoolean.meta(says("True for what was not delivered only; without times, all of it.", true)),
  })
  .partial()
  .meta({ id: "ResendRange" });
export type ResendRange = z.output<typeof ResendRange>;

export const Resent = z
  .object({ status: Ok, resent: z.number().int().meta(says("Number of deliveries that are sent again.", 12)) })
  .meta({ id: "ResentDeliveries" });
