import { z } from "zod";
import { isTimeZone } from "@/lib/base/time-zone";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, Cursor, IdText, nameText, pageSize, text } from "@/lib/platform/contract/scalars";

/** Makers whose calls can be taken in. */
export const SOURCE_PROVIDERS = [
  "twilio",
  "telnyx",
  "vapi",
  "retell",
  "bland",
  "elevenlabs",
  "freeswitch",
  "asterisk",
] as const;
export const SourceProvider = z
  .enum(SOURCE_PROVIDERS, { error: `Use one of ${SOURCE_PROVIDERS.join(", ")}.` })
  .meta(says("Who makes the phone system or voice agent.", "twilio"));
export type SourceProvider = z.infer<typeof SourceProvider>;

const Name = nameText(200).meta(says("What people call it.", "Main line"));
const TimeZone = text(1, 64)
  .refine(isTimeZone, "Enter a time zone such as America/Denver.")
  .meta(says("In whose wall-clock time it tells times; for Asterisk alone.", "America/Denver"));
const Secret = text(8, 2000).meta(
  says("The secret that the maker issued. Never answered again.", "an auth token or public key"),
);
const Offer = IdText.meta(says("The offer that its calls are for.", 3));
const TrafficSource = IdText.meta(says("The traffic source that sends its calls.", 9));
const Buyer = IdText.meta(says("The buyer who receives its calls.", 7));
const NO_PARTY = "Enter an ID such as 7, or none.";
const orNone = (party: typeof IdText) =>
  z.union([party, z.literal(["none", null]).transform(() => null)], { error: NO_PARTY });

export const NewSource = z
  .strictObject({
    provider: SourceProvider,
    name: Name,
    offer_id: Offer,
    traffic_source_id: TrafficSource.optional(),
    buyer_id: Buyer.optional(),
    time_zone: TimeZone.optional(),
    secret: Secret.optional(),
  })
  .meta({ id: "NewSource" });
export type NewSource = z.output<typeof NewSource>;

export const SourceUpdate = z
  .strictObject({
    name: Name,
    offer_id: Offer,
    traffic_source_id: orNone(TrafficSource).meta(says("The traffic source that sends its calls; none for none.", 9)),
    buyer_id: orNone(Buyer).meta(says("The buyer who receives its calls; none for none.", 7)),
    time_zone: TimeZone,
    paused: ApiBoolean.meta(says("While paused, deliveries are answered 200 and ignored.", false)),
  })
  .partial()
  .meta({ id: "SourceUpdate" });
export type SourceUpdate = z.output<typeof SourceUpdate>;

const AtOnce = ApiBoolean.optional().meta(
  says("End the secret before now. Otherwise both hold for 24 hours, so that no delivery is lost.", false),
);
/** Without a secret one is made, where the maker takes ours. */
export const NewSecret = z.strictObject({ secret: Secret.optional(), at_once: AtOnce }).meta({ id: "NewSecret" });
export type NewSecret = z.output<typeof NewSecret>;

export const EVENT_OUTCOMES = ["taken", "repeated", "ignored", "waiting", "refused"] as const;
const Outcome = z
  .enum(EVENT_OUTCOMES, { error: `Use one of ${EVENT_OUTCOMES.join(", ")}.` })
  .meta(says("What became of it: taken in, a repetition, ignored, waiting for more, or refused.", "taken"));
const Signature = z
  .enum(["valid", "missing", "wrong", "too_old", "not_checked"])
  .meta(says("What the check of its signature found.", "valid"));

export const EventQuery = z.strictObject({ outcome: Outcome, cursor: Cursor, per_page: pageSize(100, 50) }).partial();
export type EventQuery = z.output<typeof EventQuery>;

const Party = z.object({
  id: z.number().int().meta(says("Number.", 7)),
  name: z.string().meta(says("Name.", "Brightside Solar")),
});
const AT = "2026-11-23T10:42:00.000Z";
const time = (what: string) => z.iso.datetime().meta(says(what, AT));
const timeOrNull = (what: string) => z.iso.datetime().nullable().meta(says(what, AT));

const IntegrationSecret = z.object({
  number: z.number().int().meta(says("Counts on from 1.", 2)),
  created_at: time("Since when it holds."),
  valid_until: timeOrNull("Until when it holds; null for the newest."),
});

export const Source = z
  .object({
    id: z.number().int().meta(says("Number.", 4)),
    provider: SourceProvider,
    name: Name,
    offer: Party.nullable().meta(says("The offer that its calls are for.")),
    traffic_source: Party.nullable().meta(says("The traffic source that sends its calls.")),
    buyer: Party.nullable().meta(says("The buyer who receives its calls.")),
    time_zone: z.string().nullable().meta(says("In whose wall-clock time it tells times.", null)),
    created_at: time("When it was made."),
    paused_at: timeOrNull("Since when it is paused; null while it is not."),
    secrets: z.array(IntegrationSecret).meta(says("The secrets that hold, newest first; never their text.")),
    last_event: z
      .object({ received_at: time("When it arrived."), outcome: Outcome, signature: Signature })
      .nullable()
      .meta(says("What arrived last.")),
    last_valid_at: timeOrNull("When something with a valid signature last arrived."),
  })
  .meta({ id: "Source" });
export type Source = z.infer<typeof Source>;

const Maker = z
  .object({
    provider: SourceProvider,
    label: z.string().meta(says("Its name.", "Twilio")),
    secret_label: z.string().meta(says("What the maker calls the secret.", "Auth token")),
    secret_hint: z.string().meta(says("Where to find or paste it.")),
    secret_from_maker: z.boolean().meta(says("True where the maker issues it, false where we do.", true)),
    time_zone: z.boolean().meta(says("True where it tells local times without a zone.", false)),
  })
  .meta({ id: "SourceMaker" });
export type SourceMaker = z.infer<typeof Maker>;

const Ok = z.literal(200).meta(says("The HTTP status.", 200));
const Created = z.literal(201).meta(says("The HTTP status.", 201));

export const SourceList = z
  .object({
    status: Ok,
    sources: z.array(Source).meta(says("By name.")),
    makers: z.array(Maker).meta(says("Every maker that there can be sources of.")),
  })
  .meta({ id: "SourceList" });
export const SourceAnswer = z.object({ status: Ok, source: Source, maker: Maker }).meta({ id: "SourceAnswer" });

const Url = z
  .string()
  .meta(says("The address to paste at the maker. It is shown this once.", "https://callmark.test/api/v1/intake/…"));
const MadeSecret = z
  .string()
  .nullable()
  .meta(says("The secret to paste at the maker, shown this once; null where the maker issues it.", null));

export const CreatedSource = z
  .object({ status: Created, source: Source, url: Url, secret: MadeSecret })
  .meta({ id: "CreatedSource" });
export const RenewedAddress = z.object({ status: Ok, source: Source, url: Url }).meta({ id: "RenewedAddress" });
export const RenewedSecret = z.object({ status: Ok, source: Source, secret: MadeSecret }).meta({ id: "RenewedSecret" });

export const EventCall = z.object({
  call_id: z.number().int().nullable().meta(says("The call it was applied to; null where there is none yet.", 1042)),
  call_key: z.string().meta(says("The provider's own id of the call.", "CA7781")),
  event_key: z.string().meta(says("The maker's name of the event.")),
  state: z
    .enum(["created", "updated", "unchanged", "repeated", "waiting", "refused"])
    .meta(says("What became of the call.", "created")),
  told: z.array(z.string()).meta(says("What it told of the call.", ["startedAt", "tokens"])),
  problem: z.string().nullable().meta(says("Why it could not be applied.", null)),
});
export type EventCall = z.infer<typeof EventCall>;

export const SourceEvent = z
  .object({
    id: z.number().int().meta(says("Number.", 88)),
    received_at: time("When it arrived."),
    signature: Signature,
    answered: z.number().int().meta(says("The HTTP status it was answered with.", 200)),
    outcome: Outcome,
    problem: z.string().nullable().meta(says("Why it was refused or ignored.", null)),
    content_type: z.string().nullable().meta(says("Its media type.", "application/json")),
    payload_bytes: z.number().int().meta(says("How much of it is kept.", 2048)),
    calls: z.array(EventCall).meta(says("What it was turned into, up to 100 calls.")),
  })
  .meta({ id: "SourceEvent" });
export type SourceEvent = z.infer<typeof SourceEvent>;

export const SourceEventList = z
  .object({
    status: Ok,
    events: z.array(SourceEvent).meta(says("Newest first.")),
    metadata: z
      .object({ next_cursor: z.string().nullable().meta(says("For the next page; null on the last.", null)) })
      .meta(says("The way on.")),
  })
  .meta({ id: "SourceEventList" });
export type SourceEventList = z.infer<typeof SourceEventList>;

export const FullSourceEvent = SourceEvent.extend({
  headers: z.record(z.string(), z.string()).meta(says("How it was signed and sent; secrets are hidden.")),
  query: z.string().meta(says("The query string of its address.", "")),
  payload: z.string().meta(says("The body as it came.")),
  clipped: z.boolean().meta(says("True where only its beginning is kept.", false)),
}).meta({ id: "FullSourceEvent" });
export type FullSourceEvent = z.infer<typeof FullSourceEvent>;

export const SourceEventAnswer = z.object({ status: Ok, event: FullSourceEvent }).meta({ id: "SourceEventAnswer" });
export const ReplayedEvent = z.object({ status: Ok, event: SourceEvent }).meta({ id: "ReplayedEvent" });
