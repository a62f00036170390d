import { z } from "zod";
import { MECHANISMS } from "@/lib/call/domain/mechanism";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, IdText, nameText, text } from "@/lib/platform/contract/scalars";
import { EVENT_TYPES } from "../domain/event-type";

const Name = nameText(200).meta(says("Name of the endpoint.", "Warehouse"));
const Url = text(1, 2000, "Enter a URL.")
  .refine(isWebUrl, "Enter a URL that begins with https:// or http://, without a user name or password.")
  .meta(says("URL that events are posted to.", "https://hooks.example.test/callmark"));
const Event = z.enum(EVENT_TYPES, { error: `Use one of ${EVENT_TYPES.join(", ")}.` });
const Events = z
  .array(Event, "Send a list of events.")
  .min(1, "Choose at least one event.")
  .max(EVENT_TYPES.length, "Send each event once.")
  .meta(says("Events that are sent.", ["buyer.converted", "buyer.reversed"]));
const ids = (what: string, example: number[]) =>
  z
    .array(IdText, "Send a list of IDs.")
    .max(100, "Choose at most 100.")
    .meta(says(`Only events of these ${what}. An empty list means all.`, example));
const Filters = {
  offer_ids: ids("offers", [3]),
  buyer_ids: ids("buyers", [7]),
  traffic_source_ids: ids("traffic sources", [9]),
  mechanisms: z
    .array(z.enum(MECHANISMS, { error: `Use one of ${MECHANISMS.join(", ")}.` }), "Send a list of mechanisms.")
    .max(MECHANISMS.length, "Send each mechanism once.")
    .meta(
      says("Only conversions, reversals, and price changes by these mechanisms. An empty list means all.", [
        "secure_api",
      ]),
    ),
};
const ONE_PARTY = "Set at most one of `offer_id`, `buyer_id`, and `traffic_source_id`.";
const party = (what: string, sees: string, example: number) =>
  IdText.optional().meta(says(`ID of the ${what} whose endpoint it is. ${sees} ${ONE_PARTY}`, example));

export const NewWebhookEndpoint = z
  .strictObject({
    name: Name,
    url: Url,
    events: Events,
    offer_id: party("offer", "It receives only events of that offer.", 3),
    buyer_id: party("buyer", "It receives only that buyer's events, without payouts.", 7),
    traffic_source_id: party("traffic source", "It receives only that source's events, without revenue.", 9),
    ...z.object(Filters).partial().shape,
  })
  .meta({ id: "NewWebhookEndpoint" });
export type NewWebhookEndpoint = z.output<typeof NewWebhookEndpoint>;

export const WebhookEndpointUpdate = z
  .strictObject({
    name: Name,
    url: Url,
    events: Events,
    ...Filters,
    state: z
      .enum(["active", "paused"], { error: "Use active or paused." })
      .meta(says("While an endpoint is paused, events wait and are sent once it is active again.", "paused")),
    new_secret: ApiBoolean.meta(
      says("True for a new signing secret. For 24 hours, events are signed with both.", false),
    ),
  })
  .partial()
  .meta({ id: "WebhookEndpointUpdate" });
export type WebhookEndpointUpdate = z.output<typeof WebhookEndpointUpdate>;

const Party = z.object({
  id: z.number().int().meta(says("ID of the offer, buyer, or traffic source.", 7)),
  name: z.string().meta(says("Name of the offer, buyer, or traffic source.", "Brightside Solar")),
});

export const WebhookEndpoint = z
  .object({
    id: z.number().int().meta(says("ID of the endpoint.", 4)),
    name: Name,
    url: z.string().meta(says("URL that events are posted to.", "https://hooks.example.test/callmark")),
    events: z.array(Event).meta(says("Events that are sent.")),
    offer: Party.nullable().meta(says("Offer whose endpoint it is.", null)),
    buyer: Party.nullable().meta(says("Buyer whose endpoint it is.", null)),
    traffic_source: Party.nullable().meta(says("Traffic source whose endpoint it is.", null)),
    offer_ids: z.array(z.number().int()).meta(says("Only events of these offers; all if empty.", [])),
    buyer_ids: z.array(z.number().int()).meta(says("Only events of these buyers; all if empty.", [])),
    traffic_source_ids: z.array(z.number().int()).meta(says("Only events of these sources; all if empty.", [])),
    mechanisms: z.array(z.enum(MECHANISMS)).meta(says("Only changes by these mechanisms; all if empty.", [])),
    state: z.enum(["active", "paused", "disabled"]).meta(says("Disabled endpoints receive no new events.", "active")),
    created_at: z.iso.datetime().meta(says("When the endpoint was created.", "2026-11-20T09:00:00.000Z")),
    failing_since: z.iso
      .datetime()
      .nullable()
      .meta(says("Since when every attempt failed. Null after a success.", null)),
  })
  .meta({ id: "WebhookEndpoint" });
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;

const Ok = z.literal(200).meta(says("HTTP status.", 200));
const Secret = z
  .string()
  .meta(says("Secret that signs the events. Shown only in this response.", "whsec_SIGNING_SECRET"));

export const WebhookEndpointList = z
  .object({ status: Ok, webhook_endpoints: z.array(WebhookEndpoint).meta(says("Endpoints, by name.")) })
  .meta({ id: "WebhookEndpointList" });
export const WebhookEndpointAnswer = z
  .object({ status: Ok, webhook_endpoint: WebhookEndpoint })
  .meta({ id: "WebhookEndpointAnswer" });
export const CreatedWebhookEndpoint = z
  .object({
    status: z.literal(201).meta(says("HTTP status.", 201)),
    webhook_endpoint: WebhookEndpoint,
    secret: Secret,
  })
  .meta({ id: "CreatedWebhookEndpoint" });
export const UpdatedWebhookEndpoint = z
  .object({
    status: Ok,
    webhook_endpoint: WebhookEndpoint,
    secret: Secret.nullable().meta(says("New secret, shown only in this response. Null without `new_secret`.", null)),
  })
  .meta({ id: "UpdatedWebhookEndpoint" });
export const DeletedWebhookEndpoint = z
  .object({ status: Ok, deleted: z.literal(true).meta(says("The endpoint and its deliveries are deleted.", true)) })
  .meta({ id: "DeletedWebhookEndpoint" });

/** A name and password would end up in logs. */
function isWebUrl(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}
