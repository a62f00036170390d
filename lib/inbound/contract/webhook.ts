import { z } from "zod";
import { Call } from "@/lib/call/contract/call";
import { Tokens } from "@/lib/call/contract/token";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, Cursor, MoneyText, pageSize, TimeText, text } from "@/lib/platform/contract/scalars";
import { WEBHOOK_FIELDS } from "../domain/webhook-settings";

/** What a buyer may post to its webhook. Unknown names are ignored and listed. */
export const BuyerPost = z
  .strictObject({
    call_uuid: z.string().meta({
      format: "uuid",
      ...says("UUID of the call. If you don't have it, send `caller` and `call_started_at`."),
    }),
    caller: text(1, 64).meta(says("Caller ID with its country code, if you don't have `call_uuid`.", "+13035550142")),
    call_started_at: TimeText.meta(
      says("Approximate start of the call. Defaults to `occurred_at`, then to the time of the post."),
    ),
    converted: ApiBoolean.meta({ description: "True if the call converted. False reverses the conversion." }),
    revenue: MoneyText.meta({
      description: "What you owe for the call. Decimal amount in the company's currency.",
      example: "10.00",
    }),
    reference: text(1, 120).meta(
      says(
        "Your own reference for the sale. Repeating the same update under it has no effect; a different update corrects it.",
        "P-88",
      ),
    ),
    event_id: text(1, 200).meta(
      says(
        "ID of this update in your system. Repeating the same update under it has no effect, so you can retry safely. A different update under the same ID counts as a correction; going back to an earlier one is held for review. Defaults to the signed `webhook-id`, if any.",
      ),
    ),
    occurred_at: TimeText.meta(
      says("When this happened. If a newer update was already applied, this one is recorded but not applied."),
    ),
    reason: text(1, 2000).meta(says("Reason, shown in the call's history.", "The policy was sold.")),
    tokens: Tokens,
  })
  .partial()
  .meta({ id: "BuyerPost" });
export type BuyerPost = z.infer<typeof BuyerPost>;

/** The same by GET. */
export const BuyerReport = BuyerPost.extend({
  report: z.literal("true").meta(says("Always `true`. Clients that only open the link don't send it.", "true")),
}).meta({ id: "BuyerReport" });

export const BuyerPostAnswer = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    changed: z
      .boolean()
      .meta(
        says("True if the call changed. False if it already had these values or the post is held for review.", true),
      ),
    held: z
      .literal(true)
      .optional()
      .meta({ description: "True if the post waits in the company's inbox for review. Don't send it again." }),
    repeated: z
      .literal(true)
      .optional()
      .meta({ description: "True if the same update was already received under the same ID." }),
    superseded: z
      .literal(true)
      .optional()
      .meta({ description: "True if a newer update was already applied, so this one was only recorded." }),
    detail: z.string().optional().meta(says("Why the post is held, or why it had no effect.")),
    call: Call.optional().meta(says("The call, with the fields that you can read.")),
    ignored: z.array(z.string()).optional().meta({ description: "Unknown fields that were ignored." }),
  })
  .meta({ id: "BuyerPostAnswer" });
export type BuyerPostAnswer = z.infer<typeof BuyerPostAnswer>;

const WORDS_AT_MOST = 200;
const FieldName = z.enum(WEBHOOK_FIELDS);
const FieldSource = z
  .strictObject({
    path: text(1, 200).meta(says("Path of the field in the payload, with dots between names.", "lead.status")),
    values: z
      .record(text(1, 200), text(0, 200))
      .refine((values) => Object.keys(values).length <= WORDS_AT_MOST, `Add at most ${WORDS_AT_MOST} values.`)
      .default({})
      .meta(
        says("Translation from the buyer's values to Callmark's. If you add any, other values are ignored.", {
          SOLD: "true",
        }),
      ),
  })
  .meta({ id: "WebhookFieldSource" });

const Fields = z
  .partialRecord(FieldName, FieldSource)
  .meta(
    says("Mapping of the buyer's payload to Callmark's fields.", { converted: { path: "lead.status", values: {} } }),
  );

const WINDOW = "Enter minutes from 1 to 10080.";
const WindowMinutes = z
  .union([z.number(), z.string().regex(/^[0-9]{1,5}$/, WINDOW)], { error: WINDOW })
  .transform(Number)
  .refine((minutes) => Number.isInteger(minutes) && minutes >= 1 && minutes <= 10_080, WINDOW)
  .meta({ type: "integer", minimum: 1, maximum: 10_080 });

export const BuyerWebhookUpdate = z
  .strictObject({
    paused: ApiBoolean.meta(says("True to hold all posts in the inbox instead of applying them.", false)),
    signature_required: ApiBoolean.meta(
      says(
        "True to require a signature on every post, in addition to the key in the URL. Query parameters are then ignored, because the signature doesn't cover them.",
        false,
      ),
    ),
    get_allowed: ApiBoolean.meta(
      says(
        "True to accept GET with `report=true` from a system that can't post. Not possible together with `signature_required`.",
        false,
      ),
    ),
    window_minutes: WindowMinutes.meta(
      says("Minutes that a call's start can differ from the reported time to match a post without a UUID.", 120),
    ),
    fields: Fields,
    renew_url: ApiBoolean.meta(says("True to create a new URL. The previous URL stops working at once.", false)),
    new_secret: ApiBoolean.meta(says("True to create a new secret. The previous one stays valid for 24 hours.", false)),
  })
  .partial()
  .meta({ id: "BuyerWebhookUpdate" });
export type BuyerWebhookUpdate = z.infer<typeof BuyerWebhookUpdate>;

const Time = z.string().meta({ format: "date-time" });

export const BuyerWebhook = z
  .object({
    buyer: z
      .object({
        id: z.number().int().meta(says("ID of the buyer.", 7)),
        name: z.string().meta(says("Name of the buyer.", "Brightside Solar")),
      })
      .meta(says("Buyer that the webhook belongs to.")),
    url: z.string().meta(says("URL to post to. The key in it is shown only when the URL is created.")),
    secret: z.string().optional().meta(says("Signing secret, shown only when it is created.")),
    has_secret: z.boolean().meta(says("True if a signing secret exists.", true)),
    secret_made_at: Time.nullable().meta(says("When the newest secret was created.")),
    old_secret_until: Time.nullable().meta(says("When the previous secret expires.")),
    created_at: Time.meta(says("When the webhook was created.", "2026-11-20T09:00:00.000Z")),
    paused: z.boolean().meta(says("True if posts are held in the inbox instead of being applied.", false)),
    signature_required: z.boolean().meta(says("True if every post must be signed.", true)),
    get_allowed: z.boolean().meta(says("True if GET with `report=true` is accepted.", false)),
    window_minutes: z
      .number()
      .int()
      .meta(says("Minutes that a call's start can differ from the reported time to match a post without a UUID.", 120)),
    fields: z
      .partialRecord(FieldName, z.object({ path: z.string(), values: z.record(z.string(), z.string()) }))
      .meta(says("Mapping of the buyer's payload to Callmark's fields.")),
  })
  .meta({ id: "BuyerWebhook" });
export type BuyerWebhook = z.infer<typeof BuyerWebhook>;

const Ok = z.literal(200).meta(says("HTTP status.", 200));
export const BuyerWebhookAnswer = z
  .object({ status: Ok, webhook: BuyerWebhook.nullable().meta(says("The webhook. Null if the buyer has none yet.")) })
  .meta({ id: "BuyerWebhookAnswer" });

export const BuyerWebhookEventsQuery = z
  .strictObject({ cursor: Cursor, per_page: pageSize(100, 20) })
  .partial()
  .meta({ id: "BuyerWebhookEventsQuery" });
export type BuyerWebhookEventsQuery = z.infer<typeof BuyerWebhookEventsQuery>;

export const BuyerWebhookEvent = z
  .object({
    id: z.number().int().meta(says("ID of the event.", 12)),
    received_at: Time.meta(says("When the post was received.", "2026-11-23T10:46:00.000Z")),
    signature: z.string().meta(says("`valid`, `missing`, `wrong`, `too_old`, or `not_checked`.", "valid")),
    answered: z.number().int().meta(says("HTTP status of the response.", 200)),
    outcome: z.string().meta(says("`applied`, `repeated`, `ignored`, `waiting`, or `refused`.", "applied")),
    problem: z.string().nullable().meta(says("Why the post was not applied.", null)),
    call_id: z.number().int().nullable().meta(says("ID of the call that the post updated.", 1042)),
    payload: z.string().nullable().meta(says("Payload, or the beginning of it. Null if you can't read it.")),
  })
  .meta({ id: "BuyerWebhookEvent" });
export type BuyerWebhookEvent = z.infer<typeof BuyerWebhookEvent>;

export const BuyerWebhookEventList = z
  .object({
    status: Ok,
    events: z.array(BuyerWebhookEvent).meta(says("Events, newest first.")),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)),
      })
      .meta(says("Pagination.")),
  })
  .meta({ id: "BuyerWebhookEventList" });
export type BuyerWebhookEventList = z.infer<typeof BuyerWebhookEventList>;

export const TryWebhookBody = z
  .strictObject({
    body: text(1, 65_536).meta(says("Body as the buyer sends it: JSON or a form.", '{"lead":{"status":"SOLD"}}')),
    fields: Fields.optional().meta(says("Mapping to test. Defaults to the saved one.")),
  })
  .meta({ id: "TryWebhookBody" });
export type TryWebhookBody = z.infer<typeof TryWebhookBody>;

export const TriedWebhookBody = z
  .object({
    status: Ok,
    reads: z
      .record(z.string(), z.unknown())
      .meta(says("Callmark fields as read from the body.", { converted: "true" })),
    ignored: z.array(z.string()).meta(says("Unknown fields that were ignored.")),
    call_id: z.number().int().nullable().meta(says("ID of the call that the post would update.", 1042)),
    outcome: z.string().meta(says("`applied`, `ignored`, `waiting`, or `refused`.", "applied")),
    problem: z.string().nullable().meta(says("Why the post would not be applied.")),
  })
  .meta({ id: "TriedWebhookBody" });
export type TriedWebhookBody = z.infer<typeof TriedWebhookBody>;
