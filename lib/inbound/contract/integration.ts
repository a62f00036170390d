import { z } from "zod";
import { isTimeZone } from "@/lib/base/time-zone";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, Cursor, IdText, idText, nameText, pageSize, text } from "@/lib/platform/contract/scalars";
import { PROVIDER_NAMES } from "../domain/provider-name";

export const IntegrationProvider = z
  .enum(PROVIDER_NAMES, { error: `Use one of ${PROVIDER_NAMES.join(", ")}.` })
  .meta(says("The provider of the phone system or voice agent.", "twilio"));
export type IntegrationProvider = z.infer<typeof IntegrationProvider>;

const Name = nameText(200).meta(says("What people call it.", "Main line"));
const TimeZone = text(1, 64)
  .refine(isTimeZone, "Enter a time zone such as America/Denver.")
  .meta(says("The time zone of the times it reports; for Asterisk only.", "America/Denver"));
const Secret = text(8, 2000, "Enter at least 8 characters.").meta(
  says("The secret that the provider issued. It is never shown again.", "an auth token or public key"),
);
const Offer = idText("Choose an offer.").meta(says("The offer that its calls are for.", 3));
const TrafficSource = IdText.meta(says("The traffic source that sends its calls.", 9));
const Buyer = IdText.meta(says("The buyer who receives its calls.", 7));
const NO_PARTY = "Enter an ID such as 7, or none.";
const orNone = (party: typeof IdText) =>
  z.union([party, z.literal(["none", null]).transform(() => null)], { error: NO_PARTY });

export const NewIntegration = z
  .strictObject({
    provider: IntegrationProvider,
    name: Name,
    offer_id: Offer,
    traffic_source_id: TrafficSource.optional(),
    buyer_id: Buyer.optional(),
    time_zone: TimeZone.optional(),
    secret: Secret.optional(),
  })
  .meta({ id: "NewIntegration" });
export type NewIntegration = z.output<typeof NewIntegration>;

export const IntegrationUpdate = z
  .strictObject({
    name: Name,
    offer_id: Offer,
    traffic_source_id: orNone(TrafficSource).meta(says("The traffic source that sends its calls; none for none.", 9)),
    buyer_id: orNone(Buyer).meta(says("The buyer who receives its calls; none for none.", 7)),
    time_zone: TimeZone,
    paused: ApiBoolean.meta(says("While paused, deliveries are answered 200 and ignored.", false)),
  })
  .partial()
  .meta({ id: "IntegrationUpdate" });
export type IntegrationUpdate = z.output<typeof IntegrationUpdate>;

const AtOnce = ApiBoolean.optional().meta(
  says("End the secret before now. Otherwise both hold for 24 hours, so that no delivery is lost.", false),
);
/** Without a secret one is generated, for providers that accept ours. */
export const NewSecret = z.strictObject({ secret: Secret.optional(), at_once: AtOnce }).meta({ id: "NewSecret" });
export type NewSecret = z.output<typeof NewSecret>;

export const EVENT_OUTCOMES = ["applied", "repeated", "ignored", "waiting", "refused"] as const;
export const Outcome = z
  .enum(EVENT_OUTCOMES, { error: `Use one of ${EVENT_OUTCOMES.join(", ")}.` })
  .meta(says("What became of it: applied, a repetition, ignored, waiting for more, or refused.", "applied"));
export const Signature = z
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

export const Integration = z
  .object({
    id: z.number().int().meta(says("Number.", 4)),
    provider: IntegrationProvider,
    name: Name,
    offer: Party.nullable().meta(says("The offer that its calls are for.")),
    traffic_source: Party.nullable().meta(says("The traffic source that sends its calls.")),
    buyer: Party.nullable().meta(says("The buyer who receives its calls.")),
    time_zone: z.string().nullable().meta(says("The time zone of the times it reports.", null)),
    created_at: time("When it was made."),
    paused_at: timeOrNull("Since when it is paused; null while it is not."),
    secrets: z.array(IntegrationSecret).meta(says("The secrets that hold, newest first; never their text.")),
    last_event: z
      .object({ received_at: time("When it arrived."), outcome: Outcome, signature: Signature })
      .nullable()
      .meta(says("What arrived last.")),
    last_valid_at: timeOrNull("When something with a valid signature last arrived."),
  })
  .meta({ id: "Integration" });
export type Integration = z.infer<typeof Integration>;

const ProviderForm = z
  .object({
    provider: IntegrationProvider,
    label: z.string().meta(says("Its name.", "Twilio")),
    secret_label: z.string().meta(says("What the provider calls the secret.", "Auth token")),
    secret_hint: z.string().meta(says("Where to find or paste it.")),
    secret_from_provider: z.boolean().meta(says("True if the provider issues it, false if Callmark does.", true)),
    time_zone: z.boolean().meta(says("True if it reports local times without a zone.", false)),
  })
  .meta({ id: "ProviderForm" });
export type ProviderForm = z.infer<typeof ProviderForm>;

const Ok = z.literal(200).meta(says("The HTTP status.", 200));
const Created = z.literal(201).meta(says("The HTTP status.", 201));

export const IntegrationList = z
  .object({
    status: Ok,
    integrations: z.array(Integration).meta(says("By name.")),
    providers: z.array(ProviderForm).meta(says("All providers you can integrate.")),
  })
  .meta({ id: "IntegrationList" });
export const IntegrationAnswer = z
  .object({ status: Ok, integration: Integration, provider: ProviderForm })
  .meta({ id: "IntegrationAnswer" });

const Url = z
  .string()
  .meta(says("The URL to paste at the provider. It is shown once.", "https://callmark.test/api/v1/intake/…"));
const MadeSecret = z
  .string()
  .nullable()
  .meta(says("The secret to paste at the provider, shown once; null if the provider issues it.", null));

export const CreatedIntegration = z
  .object({ status: Created, integration: Integration, url: Url, secret: MadeSecret })
  .meta({ id: "CreatedIntegration" });
export const RenewedUrl = z.object({ status: Ok, integration: Integration, url: Url }).meta({ id: "RenewedUrl" });
export const RenewedSecret = z
  .object({ status: Ok, integration: Integration, secret: MadeSecret })
  .meta({ id: "RenewedSecret" });

export const EventCall = z.object({
  call_id: z.number().int().nullable().meta(says("The call it was applied to; null where there is none yet.", 1042)),
  call_key: z.string().meta(says("The provider's own id of the call.", "CA7781")),
  event_key: z.string().meta(says("The provider's id of the event.")),
  state: z
    .enum(["created", "updated", "unchanged", "repeated", "waiting", "refused"])
    .meta(says("What became of the call.", "created")),
  reported: z.array(z.string()).meta(says("The fields of the call that it reported.", ["startedAt", "tokens"])),
  problem: z.string().nullable().meta(says("Why it could not be applied.", null)),
});
export type EventCall = z.infer<typeof EventCall>;

export const IntegrationEvent = z
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
  .meta({ id: "IntegrationEvent" });
export type IntegrationEvent = z.infer<typeof IntegrationEvent>;

export const IntegrationEventList = z
  .object({
    status: Ok,
    events: z.array(IntegrationEvent).meta(says("Newest first.")),
    metadata: z
      .object({ next_cursor: z.string().nullable().meta(says("For the next page; null on the last.", null)) })
      .meta(says("The way on.")),
  })
  .meta({ id: "IntegrationEventList" });
export type IntegrationEventList = z.infer<typeof IntegrationEventList>;

export const FullIntegrationEvent = IntegrationEvent.extend({
  headers: z.record(z.string(), z.string()).meta(says("How it was signed and sent; secrets are hidden.")),
  query: z.string().meta(says("The query string of its address.", "")),
  payload: z.string().meta(says("The body as it came.")),
  clipped: z.boolean().meta(says("True where only its beginning is kept.", false)),
}).meta({ id: "FullIntegrationEvent" });
export type FullIntegrationEvent = z.infer<typeof FullIntegrationEvent>;

export const IntegrationEventAnswer = z
  .object({ status: Ok, event: FullIntegrationEvent })
  .meta({ id: "IntegrationEventAnswer" });
export const ReplayedEvent = z.object({ status: Ok, event: IntegrationEvent }).meta({ id: "ReplayedEvent" });
