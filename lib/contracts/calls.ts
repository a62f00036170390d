import { z } from "zod";
import { MECHANISMS } from "@/lib/domain/conversion/mechanism";
import { ApiBoolean, CountText, IdText, MoneyText, notYet, SideName, TimeText, text } from "./scalars";
import { Tokens } from "./tokens";

const statement = {
  buyer_converted: ApiBoolean.meta({
    description: "Did this call convert for the buyer? The buyer is charged while it is true.",
  }),
  offer_converted: ApiBoolean.meta({ description: "Did the traffic source convert? It is paid while it is true." }),
  revenue: MoneyText.meta({
    description: "What the buyer owes for this call. Never converts by itself.",
    example: "10.00",
  }),
  tokens: Tokens,
  reason: text(1, 2000).meta({ description: "Why, for the history of the call." }),
  event_id: text(1, 200).meta({
    description: "Your own number of this statement: a repeated one is not applied again.",
  }),
  occurred_at: TimeText.meta({
    description: "When it became so: a statement older than the last one applied is not applied.",
  }),
  dry_run: notYet("dry_run"),
  add_revenue: notYet("add_revenue"),
  add_payout: notYet("add_payout"),
};

export const ConversionUpdate = z
  .strictObject({
    ...statement,
    payout: MoneyText.meta({ description: "What the traffic source earns for this call.", example: "6.00" }),
    buyer_id: IdText.meta({ description: "Moves the call to this buyer." }),
    traffic_source_id: IdText.meta({ description: "Moves the call to this traffic source." }),
    version: CountText.meta({
      description: "The version you started from; refused with 409 when the call has moved on.",
    }),
  })
  .partial()
  .meta({ id: "ConversionUpdate" });
export type ConversionUpdate = z.infer<typeof ConversionUpdate>;

/** What a buyer's system may say with the secure token. Other names are ignored and listed. */
export const SecureConversionUpdate = z.strictObject(statement).partial().meta({ id: "SecureConversionUpdate" });
export type SecureConversionUpdate = z.infer<typeof SecureConversionUpdate>;

export const NewCall = z
  .strictObject({
    external_id: text(1, 200).meta({
      description: "The call's number where it comes from; the same again is an update.",
    }),
    caller: text(1, 64).meta({ description: "Caller ID with its country code, or anonymous.", example: "+15550100" }),
    offer_id: IdText,
    traffic_source_id: IdText,
    buyer_id: IdText,
    started_at: TimeText.meta({ description: "Now, unless said otherwise." }),
    answered_at: TimeText,
    ended_at: TimeText,
    duration_seconds: CountText,
    connected_seconds: CountText.meta({ description: "Seconds from the buyer's answer." }),
    tokens: Tokens,
    recording_url: z.url({ protocol: /^https?$/, error: "Write an http or https address." }).max(2000),
    dry_run: notYet("dry_run"),
  })
  .partial()
  .meta({ id: "NewCall" });
export type NewCall = z.infer<typeof NewCall>;

export const ReturnToAutomatic = z.strictObject({
  side: SideName,
  version: CountText.optional(),
  dry_run: notYet("dry_run").optional(),
});
export const LockSide = z.strictObject({
  side: SideName,
  locked: ApiBoolean,
  version: CountText.optional(),
  dry_run: notYet("dry_run").optional(),
});

const Party = z.object({ id: z.number().int(), name: z.string() });
const Amount = z.string().meta({ example: "10.00" });
const Time = z.string().meta({ format: "date-time" });

const Decision = z.object({
  mechanism: z
    .enum(MECHANISMS)
    .or(z.string())
    .meta({ description: "How it was decided; more may come.", example: "secure_api" }),
  explicit: z.boolean().meta({ description: "Somebody said so, as against decided automatically." }),
  locked: z.boolean(),
  decided_at: Time,
  rule: z.object({ id: z.number().int() }).nullable(),
});

/** A call as an answer shows it. What the reader may not read is absent. */
export const Call = z
  .object({
    id: z.number().int(),
    uuid: z.string(),
    external_id: z.string().nullable().optional(),
    version: z.number().int(),
    caller: z.string().nullable().optional(),
    currency: z.string(),
    offer: Party,
    traffic_source: Party.nullable().optional(),
    buyer: Party.nullable(),
    started_at: Time,
    answered_at: Time.nullable(),
    ended_at: Time.nullable(),
    duration_seconds: z.number().int().nullable(),
    connected_seconds: z.number().int().nullable(),
    recording_url: z.string().nullable().optional(),
    tokens: z.record(z.string(), z.string()).optional(),
    buyer_converted: z.boolean().optional(),
    offer_converted: z.boolean().optional(),
    revenue: Amount.optional(),
    payout: Amount.optional(),
    buyer_locked: z.boolean().optional(),
    offer_locked: z.boolean().optional(),
    buyer_decision: Decision.nullable().optional(),
    offer_decision: Decision.nullable().optional(),
  })
  .meta({ id: "Call" });
export type Call = z.infer<typeof Call>;

export const CallAnswer = z.object({ status: z.literal(200), call: Call }).meta({ id: "CallAnswer" });

export const RecordedCall = z.object({ status: z.number().int(), call: Call }).meta({ id: "RecordedCall" });

export const ConversionAnswer = z
  .object({
    status: z.number().int(),
    changed: z.boolean().meta({ description: "False where everything was so already." }),
    call: Call,
    held: z
      .literal(true)
      .optional()
      .meta({ description: "A locked side: the statement waits in the inbox for a person." }),
    repeated: z
      .literal(true)
      .optional()
      .meta({ description: "This event_id was received before; nothing was applied." }),
    superseded: z
      .literal(true)
      .optional()
      .meta({ description: "A newer statement had spoken; recorded, not applied." }),
    warnings: z.array(z.string()).optional(),
    ignored: z.array(z.string()).optional().meta({ description: "Names the secure routes do not know." }),
  })
  .meta({ id: "ConversionAnswer" });
export type ConversionAnswer = z.infer<typeof ConversionAnswer>;

export const CallList = z
  .object({
    status: z.literal(200),
    calls: z.array(Call),
    metadata: z.object({ next_cursor: z.string().nullable() }),
  })
  .meta({ id: "CallList" });
export type CallList = z.infer<typeof CallList>;

export const CallListQuery = z
  .strictObject({
    q: text(0, 100).meta({ description: "Find by caller (whole, beginning or end), uuid or id." }),
    external_id: text(1, 200),
    cursor: text(1, 200).meta({ description: "next_cursor of the page before." }),
    per_page: CountText.refine((count) => count >= 1 && count <= 200, "Write a number from 1 to 200."),
    sort: notYet("sort"),
  })
  .partial()
  .meta({ id: "CallListQuery" });
export type CallListQuery = z.infer<typeof CallListQuery>;
