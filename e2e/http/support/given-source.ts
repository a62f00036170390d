import { createHmac } from "node:crypto";
import { CreatedIntegration, IntegrationEventList, type IntegrationProvider } from "@/lib/inbound/contract/integration";
import { type Answer, ask, read } from "./ask";
import { keyOf } from "./credentials";
import type { Tenant } from "./demo";
import { partiesOf } from "./given-call";

export type PostingIntegration = {
  readonly id: number;
  readonly name: string;
  /** Path of the webhook URL. */
  readonly path: string;
  readonly secret: string;
  /** Posts a body with Retell's signature. */
  readonly deliver: (body: string | object, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
};

let sources = 0;

export async function givenPostingIntegration(
  tenant: Tenant,
  fields: { readonly provider?: IntegrationProvider; readonly name?: string } = {},
): Promise<PostingIntegration> {
  const { offerId, buyerIds, sourceIds } = await partiesOf(tenant);
  sources += 1;
  const secret = "the secret of the provider";
  const json = {
    provider: "retell",
    name: `Source ${process.pid}-${Date.now()}-${sources}`,
    offer_id: offerId,
    buyer_id: buyerIds[0],
    traffic_source_id: sourceIds[0],
    secret,
    ...fields,
  };
  const made = read(CreatedIntegration, await ask("POST", "/api/v1/integrations", { headers: keyOf(tenant), json }));
  const path = new URL(made.url).pathname;
  const deliver = (body: string | object, headers?: Readonly<Record<string, string>>) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return ask("POST", path, { headers: headers ?? retellSignature(secret, text), json: text });
  };
  return { id: made.integration.id, name: made.integration.name, path, secret, deliver };
}

export function retellSignature(secret: string, body: string, at = Date.now()): Record<string, string> {
  const digest = createHmac("sha256", secret).update(`${body}${at}`).digest("hex");
  return { "x-retell-signature": `v=${at},d=${digest}` };
}

/** A finished call as Retell reports it. */
export function retellEnded(seconds = 95, more: object = {}) {
  const start = Date.now() - 200_000;
  return {
    event: "call_ended",
    call: {
      call_id: `call_${crypto.randomUUID()}`,
      direction: "inbound",
      from_number: "+13035550142",
      start_timestamp: start,
      end_timestamp: start + seconds * 1000,
      duration_ms: seconds * 1000,
      disconnection_reason: "user_hangup",
      ...more,
    },
  };
}

export async function eventsOf(tenant: Tenant, sourceId: number) {
  const answer = await ask("GET", `/api/v1/integrations/${sourceId}/events`, { headers: keyOf(tenant) });
  return read(IntegrationEventList, answer).events;
}
