import { createHmac } from "node:crypto";
import type { IntakeResult } from "@/lib/inbound/contract/ingest";
import type { Integration, IntegrationProvider, NewIntegration } from "@/lib/inbound/contract/integration";
import { createIntegration } from "@/lib/inbound/create-integration";
import { eventHeaders } from "@/lib/inbound/event-headers";
import { openIntegration } from "@/lib/inbound/open-integration";
import { receiveProviderEvent } from "@/lib/inbound/receive-provider-event";
import type { GivenContext } from "./given-company";

export type Posted = {
  readonly body: string | object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Headers that sign the body; by default with the current signature of the provider. */
  readonly sign?: (body: string) => Readonly<Record<string, string>>;
};

export type PostingIntegration = {
  readonly integration: Integration;
  readonly key: string;
  readonly secret: string;
  /** Posts to the integration's URL, with the company's clock. */
  readonly deliver: (posted: Posted) => Promise<IntakeResult>;
};

/** An integration for the company's offer, buyer and traffic source. */
export async function givenPostingIntegration(
  ctx: GivenContext,
  provider: IntegrationProvider = "retell",
  more: Partial<NewIntegration> = {},
): Promise<PostingIntegration> {
  const pasted = ["freeswitch", "asterisk", "vapi"].includes(provider) ? undefined : "the provider's secret";
  const made = await createIntegration(ctx, {
    provider,
    name: `Line of ${provider}`,
    offer_id: ctx.offer.id,
    traffic_source_id: ctx.trafficSource.id,
    buyer_id: ctx.buyer.id,
    ...(pasted && { secret: pasted }),
    ...more,
  });
  const key = made.url.split("/").at(-1) ?? "";
  const secret = made.secret ?? more.secret ?? pasted ?? "";
  const deliver = (posted: Posted) => postTo(ctx, provider, key, secret, posted);
  return { integration: made.integration, key, secret, deliver };
}

export async function postTo(
  ctx: GivenContext,
  provider: IntegrationProvider,
  key: string,
  secret: string,
  { body, headers = {}, query = "", sign }: Posted,
): Promise<IntakeResult> {
  const opened = await openIntegration(provider, key, ctx.now);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const signed = sign ? sign(text) : signatureOf(provider, secret, text, ctx.now());
  const all = new Map(Object.entries({ "content-type": "application/json", ...signed, ...headers }));
  const delivery = {
    method: "POST",
    url: `https://callmark.test/api/v1/intake/${provider}/${key}${query && `?${query}`}`,
    headers: new Headers([...all]),
    body: new TextEncoder().encode(text),
    receivedAt: ctx.now(),
  };
  const setup = { opened, event: delivery, headers: eventHeaders(all), query };
  return receiveProviderEvent(opened.ctx, setup);
}

/** The provider's signature at that moment. */
export function signatureOf(
  provider: IntegrationProvider,
  secret: string,
  body: string,
  at: Date,
): Record<string, string> {
  const hmac = (text: string) => createHmac("sha256", secret).update(text).digest("hex");
  const time = at.getTime();
  if (provider === "retell") return { "x-retell-signature": `v=${time},d=${hmac(body + time)}` };
  if (provider === "bland") return { "x-webhook-signature": hmac(body) };
  if (provider === "vapi") return { "x-vapi-secret": secret };
  if (provider === "asterisk") return { authorization: `Bearer ${secret}`, "content-type": "text/csv" };
  throw new Error(`tests cannot sign as ${provider}`);
}
