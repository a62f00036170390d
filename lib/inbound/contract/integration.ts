import { z } from "zod";
import { isTimeZone } from "@/lib/base/time-zone";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, Cursor, IdText, idText, nameText, pageSize, text } from "@/lib/platform/contract/scalars";
import { PROVIDER_NAMES } from "../domain/provider-name";

export const IntegrationProvider = z
  .enum(PROVIDER_NAMES, { error: `Use one of ${PROVIDER_NAMES.join(", ")}.` })
  .meta(says("Provider of the phone system or voice agent.", "twilio"));
export type IntegrationProvider = z.infer<typeof IntegrationProvider>;

const Name = nameText(200).meta(says("Name of the integration.", "Main line"));
const TimeZone = text(1, 64)
  .refine(isTimeZone, "Enter a time zone such as America/Denver.")
  .meta(says("IANA time zone of the reported times. Asterisk only.", "America/Denver"));
const Secret = text(8, 2000, "Enter at least 8 characters.").meta(
  says("Secret that the provider issued. It is never shown again.", "an auth token or public key"),
);
const Offer = idText("Choose an offer.").meta(says("ID of the offer for its calls.", 3));
const TrafficSource = IdText.meta(says("ID of the traffic source that sends its calls.", 9));
const Buyer = IdText.meta(says("ID of the buyer who receives its calls.", 7));
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
    traffic_source_id: orNone(TrafficSource).meta(
      says("ID of the traffic source that sends its calls. Send `none` to remove it.", 9),
    ),
    buyer_id: orNone(Buyer).meta(says("ID of the buyer who receives its calls. Send `none` to remove it.", 7)),
    time_zone: TimeZone,
    paused: ApiBoolean.meta(
      says("True to pause the integration. Events then return 200 and are logged but not applied.", false),
    ),
  })
  .partial()
  .meta({ id: "IntegrationUpdate" });
export type IntegrationUpdate = z.output<typeof IntegrationUpdate>;

const AtOnce = ApiBoolean.optional().meta(
  says(
    "True to revoke the previous secret at once. By default, both are valid for 24 hours, so that no event is lost.",
    false,
  ),
);
/** Without a secret one is generated, for providers that accept ours. */
export const NewSecret = z.strictObject({ secret: Secret.optional(), at_once: AtOnce }).meta({ id: "NewSecret" });
export type NewSecret = z.output<typeof NewSecret>;

export const EVENT_OUTCOMES = ["applied", "repeated", "ignored", "waiting", "refused"] as const;
export const Outcome = z
  .enum(EVENT_OUTCOMES, { error: `Use one of ${EVENT_OUTCOMES.join(", ")}.` })
  .meta(says("Outcome of the event.", "applied"));
export const Signature = z
  .enum(["valid", "missing", "wrong", "too_old", "not_checked"])
  .meta(says("Result of the signature check.", "valid"));

export const EventQuery = z.strictObject({ outcome: Outcome, cursor: Cursor, per_page: pageSize(100, 50) }).partial();
export type EventQuery = z.output<typeof EventQuery>;

const Party = z.object({
  id: z.number().int().meta(says("ID of the offer, traffic source, or buyer.", 7)),
  name: z.string().meta(says("Name of the offer, traffic source, or buyer.", "Brightside Solar")),
});
const AT = "2026-11-23T10:42:00.000Z";
const time = (what: string) => z.iso.datetime().meta(says(what, AT));
const timeOrNull = (what: string) => z.iso.datetime().nullable().meta(says(what, AT));

const IntegrationSecret = z.object({
  number: z.number().int().meta(says("Number of the secret, counted from 1.", 2)),
  created_at: time("When the secret was created."),
  valid_until: timeOrNull("When the secret expires. Null for the newest."),
});

export const Integration = z
  .object({
    id: z.number().int().meta(says("ID of the integration.", 4)),
    provider: IntegrationProvider,
    name: Name,
    offer: Party.nullable().meta(says("Offer for its calls.")),
    traffic_source: Party.nullable().meta(says("Traffic source that sends its calls.")),
    buyer: Party.nullable().meta(says("Buyer who receives its calls.")),
    time_zone: z.string().nullable().meta(says("IANA time zone of the reported times.", null)),
    created_at: time("When the integration was created."),
    paused_at: timeOrNull("When the integration was paused. Null if it isn't."),
    secrets: z.array(IntegrationSecret).meta(says("Valid secrets, newest first, without their values.")),
    last_event: z
      .object({ received_at: time("When the event was received."), outcome: Outcome, signature: Signature })
      .nullable()
      .meta(says("Last event.")),
    last_valid_at: timeOrNull("When the last event with a valid signature was received."),
  })
  .meta({ id: "Integration" });
export type Integration = z.infer<typeof Integration>;

const ProviderForm = z
  .object({
    provider: IntegrationProvider,
    label: z.string().meta(says("Name of the provider.", "Twilio")),
    secret_label: z.string().meta(says("What the provider calls the secret.", "Auth token")),
    secret_hint: z.string().meta(says("Where to find or paste the secret.")),
    secret_from_provider: z.boolean().meta(says("True if the provider issues it, false if Callmark does.", true)),
    time_zone: z.boolean().meta(says("True if it reports local times without a time zone.", false)),
  })
  .meta({ id: "ProviderForm" });
export type ProviderForm = z.infer<typeof ProviderForm>;

const Ok = z.literal(200).meta(says("HTTP status.", 200));
const Created = z.literal(201).meta(says("HTTP status.", 201));

export const IntegrationList = z
  .object({
    status: Ok,
    integrations: z.array(Integration).meta(says("Integrations, by name.")),
    providers: z.array(ProviderForm).meta(says("Providers that you can connect.")),
  })
  .meta({ id: "IntegrationList" });
export const IntegrationAnswer = z
  .object({ status: Ok, integration: Integration, provider: ProviderForm })
  .meta({ id: "IntegrationAnswer" });

const Url = z
  .string()
  .meta(
    says(
      "URL to paste into the provider's webhook settings. Shown only in this response.",
      "https://callmark.test/api/v1/intake/…",
    ),
  );
const MadeSecret = z
  .string()
  .nullable()
  .meta(
    says(
      "Secret to paste into the provider's webhook settings. Shown only in this response. Null if the provider issues it.",
      null,
    ),
  );

export const CreatedIntegration = z
  .object({ status: Created, integration: Integration, url: Url, secret: MadeSecret })
  .meta({ id: "CreatedIntegration" });
export const RenewedUrl = z.object({ status: Ok, integration: Integration, url: Url }).meta({ id: "RenewedUrl" });
export const RenewedSecret = z
  .object({ status: Ok, integration: Integration, secret: MadeSecret })
  .meta({ id: "RenewedSecret" });

export const EventCall = z.object({
  call_id: z
    .number()
    .int()
    .nullable()
    .meta(says("ID of the call that was created or updated. Null if there is none yet.", 1042)),
  call_key: z.string().meta(says("The provider's ID of the call.", "CA7781")),
  event_key: z.string().meta(says("The provider's ID of the event.")),
  state: z
    .enum(["created", "updated", "unchanged", "repeated", "waiting", "refused"])
    .meta(says("Effect on the call.", "created")),
  reported: z.array(z.string()).meta(says("Facts of the call that the event reported.", ["startedAt", "tokens"])),
  problem: z.string().nullable().meta(says("Why the event could not be applied.", null)),
});
export type EventCall = z.infer<typeof EventCall>;

export const IntegrationEvent = z
  .object({
    id: z.number().int().meta(says("ID of the event.", 88)),
    received_at: time("When the event was received."),
    signature: Signature,
    answered: z.number().int().meta(says("HTTP status of the response.", 200)),
    outcome: Outcome,
    problem: z.string().nullable().meta(says("Why the event was rejected or ignored.", null)),
    content_type: z.string().nullable().meta(says("Media type of the body.", "application/json")),
    payload_bytes: z.number().int().meta(says("Size of the stored body in bytes.", 2048)),
    calls: z.array(EventCall).meta(says("Calls that the event reported, up to 100.")),
  })
  .meta({ id: "IntegrationEvent" });
export type IntegrationEvent = z.infer<typeof IntegrationEvent>;

export const IntegrationEventList = z
  .object({
    status: Ok,
    events: z.array(IntegrationEvent).meta(says("Events, newest first.")),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)),
      })
      .meta(says("Pagination.")),
  })
  .meta({ id: "IntegrationEventList" });
export type IntegrationEventList = z.infer<typeof IntegrationEventList>;

export const FullIntegrationEvent = IntegrationEvent.extend({
  headers: z.record(z.string(), z.string()).meta(says("Request headers. Secrets are hidden.")),
  query: z.string().meta(says("Query string of the request.", "")),
  payload: z.string().meta(says("Body as received.")),
  clipped: z.boolean().meta(says("True if only the beginning of the body is stored.", false)),
}).meta({ id: "FullIntegrationEvent" });
export type FullIntegrationEvent = z.infer<typeof FullIntegrationEvent>;

export const IntegrationEventAnswer = z
  .object({ status: Ok, event: FullIntegrationEvent })
  .meta({ id: "IntegrationEventAnswer" });
export const ReplayedEvent = z.object({ status: Ok, event: IntegrationEvent }).meta({ id: "ReplayedEvent" });
