import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import {
  ApiBoolean,
  CountText,
  Cursor,
  IdText,
  MoneyText,
  pageSize,
  SideName,
  TimeText,
  text,
} from "@/lib/platform/contract/scalars";
import { MECHANISMS } from "../domain/mechanism";
import { Tokens } from "./token";

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
  reason: text(1, 2000).meta(says("Why, for the history of the call.", "The policy was sold.")),
  event_id: text(1, 200).meta(
    says("Your own number of this statement: a repeated one is not applied again.", "sale-88"),
  ),
  occurred_at: TimeText.meta({
    description: "When it became so: a statement older than the last one applied is not applied.",
  }),
};

export const ConversionUpdate = z
  .strictObject({
    ...statement,
    payout: MoneyText.meta({ description: "What the traffic source earns for this call.", example: "6.00" }),
    buyer_id: IdText.meta({ description: "Moves the call to this buyer." }),
    traffic_source_id: IdText.meta({ description: "Moves the call to this traffic source." }),
    version: CountText.meta(says("The version you started from; refused with 409 when the call has moved on.", 3)),
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
      says("The call's number where it comes from; the same again is an update.", "CA-7781"),
    ),
    caller: text(1, 64).meta(says("Caller ID with its country code, or anonymous.", "+15550100")),
    offer_id: IdText.meta(says("What the call is for. A new call needs one.", 3)),
    traffic_source_id: IdText.meta(says("Who sent the call.", 9)),
    buyer_id: IdText.meta(says("Who received the call.", 7)),
    started_at: TimeText.meta(says("Now, unless said otherwise.")),
    answered_at: TimeText.meta(says("When the buyer answered.", "2026-11-23T10:42:13Z")),
    ended_at: TimeText.meta(says("When it ended; absent while it is running.", "2026-11-23T10:45:04Z")),
    duration_seconds: CountText.meta(
      says("Whole seconds from the start; follows from the times where it is absent.", 184),
    ),
    connected_seconds: CountText.meta(
      says("Whole seconds from the buyer's answer; follows from the times likewise.", 171),
    ),
    tokens: Tokens,
    recording_url: z
      .url({ protocol: /^https?$/, error: "Enter an http or https URL." })
      .max(2000)
      .meta(says("Where the recording is.", "https://recordings.test/7781.mp3")),
  })
  .partial()
  .meta({ id: "NewCall" });
export type NewCall = z.infer<typeof NewCall>;

const SideVersion = CountText.meta(
  says("The version you started from; refused with 409 when the call has moved on.", 4),
);

export const ReturnToAutomatic = z.strictObject({
  side: SideName,
  version: SideVersion.optional(),
});
export const LockSide = z.strictObject({
  side: SideName,
  locked: ApiBoolean.meta(says("Whether statements from outside are held off this side.", true)),
  version: SideVersion.optional(),
});

const Party = z.object({
  id: z.number().int().meta(says("Number.", 7)),
  name: z.string().meta(says("Name.", "Brightside Solar")),
});
const Amount = z.string();
const Time = z.string().meta({ format: "date-time" });
const Seconds = z.number().int().nullable();

const Decision = z.object({
  mechanism: z
    .enum(MECHANISMS)
    .or(z.string())
    .meta(says("How it was decided; more may come: tolerate new ones.", "secure_api")),
  explicit: z.boolean().meta(says("Somebody said so, as against decided automatically.", true)),
  locked: z.boolean().meta(says("Statements from outside are held off this side.", false)),
  decided_at: Time.meta(says("When it was decided.", "2026-11-23T10:46:00.000Z")),
  rule: z
    .object({
      id: z.number().int().meta(says("Number of the rule.", 2)),
      name: z
        .string()
        .nullable()
        .meta(says("Its name when it decided; null where that is not known, or not for the reader.", "Booked")),
    })
    .nullable()
    .meta(says("The rule that decided, where one did.", null)),
  by: z
    .object({
      type: z.string().meta(says("member, api_key, secure_token, webhook or system.", "secure_token")),
      name: z.string().meta(says("The name of the member, key or token.", "Buyers' systems")),
    })
    .nullable()
    .optional()
    .meta(
      says("Whose change decided; null in lists and where that is not known, absent where the reader may not read it."),
    ),
});

/** A call in an answer. Fields that the reader may not read are absent. */
export const Call = z
  .object({
    id: z.number().int().meta(says("Number of the call.", 1042)),
    uuid: z.string().meta({ format: "uuid", ...says("Addresses the call too. Not a secret.") }),
    external_id: z.string().nullable().optional().meta(says("Its number where it comes from.", "CA-7781")),
    version: z.number().int().meta(says("Counts the changes of the call; 0 before the first.", 4)),
    caller: z.string().nullable().optional().meta(says("Caller ID; null for an anonymous caller.", "+15550100")),
    currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
    offer: Party.meta(says("What the call was for.")),
    traffic_source: Party.nullable().optional().meta(says("Who sent it, and earns the payout.")),
    buyer: Party.nullable().meta(says("Who received it, and owes the revenue.")),
    started_at: Time.meta(says("When it started.", "2026-11-23T10:42:00.000Z")),
    answered_at: Time.nullable().meta(says("When the buyer answered.", "2026-11-23T10:42:13.000Z")),
    ended_at: Time.nullable().meta(
      says(
        "When it ended; null while it is running, and where only its seconds were told.",
        "2026-11-23T10:45:04.000Z",
      ),
    ),
    duration_seconds: Seconds.meta(says("Seconds from the start.", 184)),
    connected_seconds: Seconds.meta(says("Seconds from the buyer's answer.", 171)),
    recording_url: z.string().nullable().optional().meta(says("Where the recording is.", null)),
    tokens: z
      .record(z.string(), z.string())
      .optional()
      .meta(says("Named facts about the call.", { zip: "80202" })),
    buyer_converted: z.boolean().optional().meta(says("The buyer side stands converted: the buyer is charged.", true)),
    offer_converted: z
      .boolean()
      .optional()
      .meta(says("The offer side stands converted: the traffic source is paid.", false)),
    revenue: Amount.optional().meta(says("What the buyer owes while converted.", "10.00")),
    payout: Amount.optional().meta(says("What the traffic source earns while converted.", "0.00")),
    buyer_locked: z
      .boolean()
      .optional()
      .meta(says("A person holds statements from outside off the buyer side.", false)),
    offer_locked: z
      .boolean()
      .optional()
      .meta(says("A person holds statements from outside off the offer side.", false)),
    buyer_decision: Decision.nullable()
      .optional()
      .meta(says("How the buyer side came about; null before any decision.")),
    offer_decision: Decision.nullable()
      .optional()
      .meta(says("How the offer side came about; null before any decision.")),
    over_cap: z
      .array(z.enum(["buyer", "offer"]))
      .optional()
      .meta(
        says("Sides that stand converted over a cap; absent where none is, and in the answer to a save.", ["buyer"]),
      ),
  })
  .meta({ id: "Call", ...says("A call. Fields that the reader may not read are absent.") });
export type Call = z.infer<typeof Call>;

const Ok = z.literal(200).meta(says("The HTTP status.", 200));
const Status = z.number().int();

export const CallAnswer = z.object({ status: Ok, call: Call }).meta({ id: "CallAnswer" });

export const RecordedCall = z
  .object({ status: Status.meta(says("201 for a new call, 200 for one that was known.", 201)), call: Call })
  .meta({ id: "RecordedCall" });

export const ConversionAnswer = z
  .object({
    status: Status.meta(says("The HTTP status.", 200)),
    changed: z
      .boolean()
      .meta(
        says("False where this request altered nothing: it was so already, or held, repeated or superseded.", true),
      ),
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
      .meta({ description: "A newer statement had spoken about a side: recorded, not applied to it." }),
    warnings: z.array(z.string()).optional().meta(says("What is legal, but seldom meant.")),
    ignored: z.array(z.string()).optional().meta({ description: "Names the secure routes do not know." }),
  })
  .meta({ id: "ConversionAnswer" });
export type ConversionAnswer = z.infer<typeof ConversionAnswer>;

/** The answer to a post that is held because it could not be read or contains an unfilled macro. */
export const HeldAnswer = z
  .object({
    status: Status.meta(says("The HTTP status.", 200)),
    dry_run: z.literal(true).optional().meta(says("Nothing was saved: that is what would be answered.")),
    changed: z.literal(false).meta(says("Nothing was altered.", false)),
    held: z.literal(true).meta({ description: "It waits in the inbox for a person." }),
    detail: z.string().meta(says("What was not understood.")),
    ignored: z.array(z.string()).optional().meta({ description: "Names the secure routes do not know." }),
  })
  .meta({ id: "HeldAnswer" });

export const CallList = z
  .object({
    status: Ok,
    calls: z.array(Call).meta(says("Newest first.")),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("The cursor of the next page; null on the last one.", null)),
      })
      .meta(says("About this page.")),
  })
  .meta({ id: "CallList" });
export type CallList = z.infer<typeof CallList>;

export const CallListQuery = z
  .strictObject({
    q: text(0, 100).meta(says("Find by caller (whole, beginning or end), uuid, id or external ID.", "5550100")),
    external_id: text(1, 200).meta(says("Find by the call's number where it comes from.", "CA-7781")),
    cursor: Cursor,
    per_page: pageSize(200, 50),
  })
  .partial()
  .meta({ id: "CallListQuery" });
export type CallListQuery = z.infer<typeof CallListQuery>;
