import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import {
  ApiBoolean,
  CountText,
  DeltaText,
  IdText,
  MoneyText,
  SideName,
  TimeText,
  text,
} from "@/lib/platform/contract/scalars";
import { MECHANISMS } from "../domain/mechanism";
import { Tokens } from "./token";

const statement = {
  buyer_converted: ApiBoolean.meta({
    description: "True if the call converted for the buyer. The buyer is charged for as long as it is true.",
  }),
  offer_converted: ApiBoolean.meta({
    description: "True if the traffic source converted. It is paid for as long as it is true.",
  }),
  revenue: MoneyText.meta({
    description:
      "What the buyer owes for the call. Decimal amount in the company's currency. Setting it doesn't convert the call.",
    example: "10.00",
  }),
  tokens: Tokens,
  reason: text(1, 2000).meta(says("Reason, shown in the call's history.", "The policy was sold.")),
  event_id: text(1, 200).meta(
    says(
      "ID of this update in your system. Repeating the same update under it has no effect, so you can retry safely. A different update under the same ID counts as a correction; going back to an earlier one is held for review.",
      "sale-88",
    ),
  ),
  occurred_at: TimeText.meta({
    description:
      "When this happened. If a newer update was already applied to a side, this one is recorded but not applied to it.",
  }),
};

export const ConversionUpdate = z
  .strictObject({
    ...statement,
    payout: MoneyText.meta({
      description: "What the traffic source earns for the call. Decimal amount in the company's currency.",
      example: "6.00",
    }),
    add_revenue: DeltaText.meta({
      description:
        "Amount to add to the call's revenue, or to subtract if it is negative. Requires an Idempotency-Key, unless the company allows it without.",
      example: "2.50",
    }),
    add_payout: DeltaText.meta({
      description: "Amount to add to the call's payout, or to subtract. Requires an Idempotency-Key likewise.",
      example: "-1.00",
    }),
    buyer_id: IdText.meta({ description: "ID of the buyer to move the call to." }),
    traffic_source_id: IdText.meta({ description: "ID of the traffic source to move the call to." }),
    version: CountText.meta(
      says("Version of the call that your update is based on. If the call has changed since then, you get a 409.", 3),
    ),
  })
  .partial()
  .meta({ id: "ConversionUpdate" });
export type ConversionUpdate = z.infer<typeof ConversionUpdate>;

/** What a secure token may update. Unknown names are ignored and listed. */
export const SecureConversionUpdate = z.strictObject(statement).partial().meta({ id: "SecureConversionUpdate" });
export type SecureConversionUpdate = z.infer<typeof SecureConversionUpdate>;

export const NewCall = z
  .strictObject({
    external_id: text(1, 200).meta(
      says("ID of the call in your phone system. Sending the same one again updates the call.", "CA-7781"),
    ),
    caller: text(1, 64).meta(says("Caller ID with its country code, or `anonymous`.", "+15550100")),
    offer_id: IdText.meta(says("ID of the offer. Required for a new call.", 3)),
    traffic_source_id: IdText.meta(says("ID of the traffic source that sent the call.", 9)),
    buyer_id: IdText.meta(says("ID of the buyer who received the call.", 7)),
    started_at: TimeText.meta(says("When the call started. Defaults to now.")),
    answered_at: TimeText.meta(says("When the buyer answered.", "2026-11-23T10:42:13Z")),
    ended_at: TimeText.meta(
      says("When the call ended. Omit it while the call is in progress.", "2026-11-23T10:45:04Z"),
    ),
    duration_seconds: CountText.meta(
      says("Whole seconds from the start to the end. Calculated from the timestamps if omitted.", 184),
    ),
    connected_seconds: CountText.meta(
      says("Whole seconds from the buyer's answer to the end. Calculated from the timestamps if omitted.", 171),
    ),
    tokens: Tokens,
    recording_url: z
      .url({ protocol: /^https?$/, error: "Enter an http or https URL." })
      .max(2000)
      .meta(says("URL of the recording.", "https://recordings.test/7781.mp3")),
  })
  .partial()
  .meta({ id: "NewCall" });
export type NewCall = z.infer<typeof NewCall>;

const SideVersion = CountText.meta(
  says("Version of the call that your update is based on. If the call has changed since then, you get a 409.", 4),
);

export const ReturnToAutomatic = z.strictObject({
  side: SideName,
  version: SideVersion.optional(),
});
export const LockSide = z.strictObject({
  side: SideName,
  locked: ApiBoolean.meta(says("True to lock the side, false to unlock it.", true)),
  version: SideVersion.optional(),
});

const Party = z.object({
  id: z.number().int().meta(says("ID of the buyer, offer, or traffic source.", 7)),
  name: z.string().meta(says("Name of the buyer, offer, or traffic source.", "Brightside Solar")),
});
const Amount = z.string();
const Time = z.string().meta({ format: "date-time" });
const Seconds = z.number().int().nullable();

const Decision = z.object({
  mechanism: z
    .enum(MECHANISMS)
    .or(z.string())
    .meta(says("Mechanism that decided the side. New mechanisms may be added.", "secure_api")),
  explicit: z
    .boolean()
    .meta(says("True if an explicit update decided the side, false if an automatic mechanism did.", true)),
  locked: z
    .boolean()
    .meta(
      says("True if the side is locked: updates from API keys, secure tokens, and webhooks wait in the inbox.", false),
    ),
  decided_at: Time.meta(says("When the side was decided.", "2026-11-23T10:46:00.000Z")),
  rule: z
    .object({
      id: z.number().int().meta(says("ID of the rule.", 2)),
      name: z
        .string()
        .nullable()
        .meta(
          says("Name of the rule at the time of the decision. Null if it isn't known or you can't read it.", "Booked"),
        ),
    })
    .nullable()
    .meta(says("Rule that decided the side. Null if none did.", null)),
  by: z
    .object({
      type: z.string().meta(says("One of member, api_key, secure_token, webhook, or system.", "secure_token")),
      name: z.string().meta(says("Name of the member, API key, secure token, or webhook.", "Buyers' systems")),
    })
    .nullable()
    .optional()
    .meta(says("Who made the deciding change. Null in lists and if it isn't known; omitted if you can't read it.")),
});

/** A call in an answer. Fields that the reader may not read are absent. */
export const Call = z
  .object({
    id: z.number().int().meta(says("ID of the call.", 1042)),
    uuid: z
      .string()
      .meta({ format: "uuid", ...says("UUID of the call. You can use it instead of the ID. It isn't a secret.") }),
    external_id: z
      .string()
      .nullable()
      .optional()
      .meta(says("ID of the call in the phone system that reported it.", "CA-7781")),
    version: z.number().int().meta(says("Version of the call. Increases with every change; 0 before the first.", 4)),
    caller: z.string().nullable().optional().meta(says("Caller ID. Null for an anonymous caller.", "+15550100")),
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    offer: Party.meta(says("Offer of the call.")),
    traffic_source: Party.nullable().optional().meta(says("Traffic source that sent the call and earns the payout.")),
    buyer: Party.nullable().meta(says("Buyer who received the call and owes the revenue.")),
    started_at: Time.meta(says("When the call started.", "2026-11-23T10:42:00.000Z")),
    answered_at: Time.nullable().meta(says("When the buyer answered.", "2026-11-23T10:42:13.000Z")),
    ended_at: Time.nullable().meta(
      says(
        "When the call ended. Null while it is in progress, or if only its duration was reported.",
        "2026-11-23T10:45:04.000Z",
      ),
    ),
    duration_seconds: Seconds.meta(says("Seconds from the start to the end.", 184)),
    connected_seconds: Seconds.meta(says("Seconds from the buyer's answer to the end.", 171)),
    recording_url: z.string().nullable().optional().meta(says("URL of the recording.", null)),
    tokens: z
      .record(z.string(), z.string())
      .optional()
      .meta(says("Tokens: named facts about the call.", { zip: "80202" })),
    buyer_converted: z
      .boolean()
      .optional()
      .meta(says("True if the buyer side is converted, so the buyer is charged.", true)),
    offer_converted: z
      .boolean()
      .optional()
      .meta(says("True if the offer side is converted, so the traffic source is paid.", false)),
    revenue: Amount.optional().meta(
      says(
        "What the buyer owes for the call while it is converted. Decimal amount in the company's currency.",
        "10.00",
      ),
    ),
    payout: Amount.optional().meta(
      says(
        "What the traffic source earns for the call while it is converted. Decimal amount in the company's currency.",
        "0.00",
      ),
    ),
    buyer_locked: z.boolean().optional().meta(says("True if a person has locked the buyer side.", false)),
    offer_locked: z.boolean().optional().meta(says("True if a person has locked the offer side.", false)),
    buyer_decision: Decision.nullable()
      .optional()
      .meta(says("How the buyer side was decided. Null before any decision.")),
    offer_decision: Decision.nullable()
      .optional()
      .meta(says("How the offer side was decided. Null before any decision.")),
    over_cap: z
      .array(z.enum(["buyer", "offer"]))
      .optional()
      .meta(
        says("Sides that are converted over a cap. Omitted if there are none, and in responses to updates.", ["buyer"]),
      ),
  })
  .meta({ id: "Call", ...says("A phone call. Fields that you can't read are omitted.") });
export type Call = z.infer<typeof Call>;

const Ok = z.literal(200).meta(says("HTTP status.", 200));
const Status = z.number().int();

export const CallAnswer = z.object({ status: Ok, call: Call }).meta({ id: "CallAnswer" });

export const RecordedCall = z
  .object({ status: Status.meta(says("HTTP status: 201 for a new call, 200 for an update.", 201)), call: Call })
  .meta({ id: "RecordedCall" });

export const ConversionAnswer = z
  .object({
    status: Status.meta(says("HTTP status.", 200)),
    changed: z
      .boolean()
      .meta(
        says(
          "True if the request changed the call. False if the call already had these values, or the update was held, repeated, or superseded.",
          true,
        ),
      ),
    call: Call,
    held: z.literal(true).optional().meta({
      description:
        "True if the update waits in the inbox for review: a side is locked, the update is outside the buyer's limits, or its `event_id` was reused for an earlier update. Don't send it again.",
    }),
    repeated: z.literal(true).optional().meta({
      description: "True if the same update was already received under this `event_id`, so nothing was applied.",
    }),
    superseded: z.literal(true).optional().meta({
      description: "True if a newer update had already decided a side, so this one was recorded but not applied to it.",
    }),
    warnings: z
      .array(z.string())
      .optional()
      .meta(says("Warnings about unusual but valid values, such as a conversion at 0.00.")),
    ignored: z
      .array(z.string())
      .optional()
      .meta({ description: "Unknown fields that were ignored. Secure routes only." }),
  })
  .meta({ id: "ConversionAnswer" });
export type ConversionAnswer = z.infer<typeof ConversionAnswer>;

/** The answer to a post that is held because it could not be read or contains an unfilled macro. */
export const HeldAnswer = z
  .object({
    status: Status.meta(says("HTTP status.", 200)),
    dry_run: z
      .literal(true)
      .optional()
      .meta(says("Always true: nothing was saved, and this is the response you would get.")),
    changed: z.literal(false).meta(says("Always false: the call didn't change.", false)),
    held: z
      .literal(true)
      .meta({ description: "Always true: the request waits in the inbox for review. Don't send it again." }),
    detail: z.string().meta(says("What could not be read.")),
    ignored: z
      .array(z.string())
      .optional()
      .meta({ description: "Unknown fields that were ignored. Secure routes only." }),
  })
  .meta({ id: "HeldAnswer" });
