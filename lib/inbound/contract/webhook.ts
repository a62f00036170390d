import { z } from "zod";
import { Call } from "@/lib/call/contract/call";
import { Tokens } from "@/lib/call/contract/token";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, Cursor, MoneyText, pageSize, TimeText, text } from "@/lib/platform/contract/scalars";
import { WEBHOOK_FIELDS } from "../domain/webhook-settings";

/** What a buyer may post to its webhook. Unknown names are ignored and listed. */
export const BuyerPost = z
  .strictObject({
    call_uuid: z.string().meta({ format: "uuid", ...says("The call. Without it, caller and time have to name one.") }),
    caller: text(1, 64).meta(says("Caller ID, where the call_uuid is not known.", "+13035550142")),
    call_started_at: TimeText.meta(
      says("When the call started, about. Without it occurred_at counts, without that the time of the post."),
    ),
    converted: ApiBoolean.meta({ description: "Did the call convert? False takes it back." }),
    revenue: MoneyText.meta({ description: "What you owe for the call.", example: "10.00" }),
    reference: text(1, 120).meta(
      says("Your own number of the sale: the same words under it again are a repetition, others a correction.", "P-88"),
    ),
    event_id: text(1, 200).meta(
      says("Your own number of this very post: a repeated one is never applied again. webhook-id does the same."),
    ),
    occurred_at: TimeText.meta(says("When it became so: what is older than the last one applied is not applied.")),
    reason: text(1, 2000).meta(says("Why, for the history of the call.", "The policy was sold.")),
    tokens: Tokens,
  })
  .partial()
  .meta({ id: "BuyerPost" });
export type BuyerPost = z.infer<typeof BuyerPost>;

export const BuyerPostAnswer = z
  .object({
    status: z.literal(200).meta(says("The HTTP status.", 200)),
    changed: z.boolean().meta(says("False where nothing was altered: it was so already, or waits for a person.", true)),
    held: z.literal(true).optional().meta({ description: "It waits in the company's inbox for a person." }),
    repeated: z.literal(true).optional().meta({ description: "This very post was received before." }),
    superseded: z
      .literal(true)
      .optional()
      .meta({ description: "A newer statement had spoken: recorded, not applied." }),
    detail: z.string().optional().meta(says("Why it waits, or why nothing was to be done.")),
    call: Call.optional().meta(says("The call as you may see it.")),
    ignored: z.array(z.string()).optional().meta({ description: "Names that are not known here." }),
  })
  .meta({ id: "BuyerPostAnswer" });
export type BuyerPostAnswer = z.infer<typeof BuyerPostAnswer>;

const WORDS_AT_MOST = 200;
const FieldName = z.enum(WEBHOOK_FIELDS);
const FieldSource = z
  .strictObject({
    path: text(1, 200).meta(says("Where it stands: names joined by dots.", "lead.status")),
    values: z
      .record(text(1, 200), text(0, 200))
      .refine((values) => Object.keys(values).length <= WORDS_AT_MOST, `Add at most ${WORDS_AT_MOST} values.`)
      .default({})
      .meta(says("Their word and ours; with any, a word that is not here says nothing.", { SOLD: "true" })),
  })
  .meta({ id: "WebhookFieldSource" });

const Fields = z
  .partialRecord(FieldName, FieldSource)
  .meta(says("How a body that cannot be changed is read.", { converted: { path: "lead.status", values: {} } }));

const WINDOW = "Enter minutes from 1 to 10080.";
const WindowMinutes = z
  .union([z.number(), z.string().regex(/^[0-9]{1,5}$/, WINDOW)], { error: WINDOW })
  .transform(Number)
  .refine((minutes) => Number.isInteger(minutes) && minutes >= 1 && minutes <= 10_080, WINDOW)
  .meta({ type: "integer", minimum: 1, maximum: 10_080 });

export const BuyerWebhookUpdate = z
  .strictObject({
    paused: ApiBoolean.meta(says("Whether what arrives waits in the inbox unread.", false)),
    signature_required: ApiBoolean.meta(
      says(
        "Whether the key in the address alone is not enough; then parameters in the address count for nothing.",
        false,
      ),
    ),
    window_minutes: WindowMinutes.meta(says("How far the start of a call may be from the time told.", 120)),
    fields: Fields,
    renew_url: ApiBoolean.meta(says("A new address; the one before leads nowhere from now on.", false)),
    new_secret: ApiBoolean.meta(says("A new secret; the one before holds for another day.", false)),
  })
  .partial()
  .meta({ id: "BuyerWebhookUpdate" });
export type BuyerWebhookUpdate = z.infer<typeof BuyerWebhookUpdate>;

const Time = z.string().meta({ format: "date-time" });

export const BuyerWebhook = z
  .object({
    buyer: z
      .object({
        id: z.number().int().meta(says("Number.", 7)),
        name: z.string().meta(says("Name.", "Brightside Solar")),
      })
      .meta(says("Whose address it is.")),
    url: z.string().meta(says("Where to post; the key is shown once, when the URL is created.")),
    secret: z.string().optional().meta(says("Shown once, when it is made.")),
    has_secret: z.boolean().meta(says("Whether there is a secret to sign with.", true)),
    secret_made_at: Time.nullable().meta(says("When the newest secret was made.")),
    old_secret_until: Time.nullable().meta(says("Until when the secret before still holds.")),
    created_at: Time.meta(says("When the address was first made.", "2026-11-20T09:00:00.000Z")),
    paused: z.boolean().meta(says("Whether what arrives waits in the inbox unread.", false)),
    signature_required: z.boolean().meta(says("Whether the key in the address alone is not enough.", true)),
    window_minutes: z.number().int().meta(says("How far the start of a call may be from the time told.", 120)),
    fields: z
      .partialRecord(FieldName, z.object({ path: z.string(), values: z.record(z.string(), z.string()) }))
      .meta(says("How a body that cannot be changed is read.")),
  })
  .meta({ id: "BuyerWebhook" });
export type BuyerWebhook = z.infer<typeof BuyerWebhook>;

const Ok = z.literal(200).meta(says("The HTTP status.", 200));
export const BuyerWebhookAnswer = z
  .object({ status: Ok, webhook: BuyerWebhook.nullable().meta(says("Null where the buyer has no address yet.")) })
  .meta({ id: "BuyerWebhookAnswer" });

export const BuyerWebhookEventsQuery = z
  .strictObject({ cursor: Cursor, per_page: pageSize(100, 20) })
  .partial()
  .meta({ id: "BuyerWebhookEventsQuery" });
export type BuyerWebhookEventsQuery = z.infer<typeof BuyerWebhookEventsQuery>;

export const BuyerWebhookEvent = z
  .object({
    id: z.number().int().meta(says("Number.", 12)),
    received_at: Time.meta(says("When it arrived.", "2026-11-23T10:46:00.000Z")),
    signature: z.string().meta(says("valid, missing, wrong, too_old or not_checked.", "valid")),
    answered: z.number().int().meta(says("The HTTP status it was answered with.", 200)),
    outcome: z.string().meta(says("applied, repeated, ignored, waiting or refused.", "applied")),
    problem: z.string().nullable().meta(says("Why it was not taken.", null)),
    call_id: z.number().int().nullable().meta(says("The call it reached.", 1042)),
    payload: z.string().nullable().meta(says("What arrived, or its beginning; null where you may not read it.")),
  })
  .meta({ id: "BuyerWebhookEvent" });
export type BuyerWebhookEvent = z.infer<typeof BuyerWebhookEvent>;

export const BuyerWebhookEventList = z
  .object({
    status: Ok,
    events: z.array(BuyerWebhookEvent).meta(says("Newest first.")),
    metadata: z
      .object({ next_cursor: z.string().nullable().meta(says("The cursor of the next page; null on the last.", null)) })
      .meta(says("About this page.")),
  })
  .meta({ id: "BuyerWebhookEventList" });
export type BuyerWebhookEventList = z.infer<typeof BuyerWebhookEventList>;

export const TryWebhookBody = z
  .strictObject({
    body: text(1, 65_536).meta(says("A body as the buyer sends it: JSON, or a form.", '{"lead":{"status":"SOLD"}}')),
    fields: Fields.optional().meta(says("A mapping to try; without it the one that is saved.")),
  })
  .meta({ id: "TryWebhookBody" });
export type TryWebhookBody = z.infer<typeof TryWebhookBody>;

export const TriedWebhookBody = z
  .object({
    status: Ok,
    reads: z.record(z.string(), z.unknown()).meta(says("Our fields, as they were read.", { converted: "true" })),
    ignored: z.array(z.string()).meta(says("Names that nothing was read from.")),
    call_id: z.number().int().nullable().meta(says("The call it would reach.", 1042)),
    outcome: z.string().meta(says("applied, ignored, waiting or refused.", "applied")),
    problem: z.string().nullable().meta(says("Why it would not be taken.")),
  })
  .meta({ id: "TriedWebhookBody" });
export type TriedWebhookBody = z.infer<typeof TriedWebhookBody>;
