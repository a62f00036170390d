import { systemClock } from "@/lib/platform/config/clock";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey, givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { fakeClock } from "@/lib/testing/fake-clock";
import type { SomeAnswer } from "./check-answer";
import type { Credential, Places } from "./some-request";

type HeaderFields = Readonly<Record<string, string>>;
/** Sends a request to a server, or directly to the routes. Addresses are relative to `/api/v1`. */
export type Ask = (
  method: string,
  address: string,
  sent: { readonly headers: HeaderFields; readonly body?: string },
) => Promise<SomeAnswer>;

export type World = { readonly headersOf: (credential: Credential) => HeaderFields; readonly places: Places };

const CALLS = 6;
const bearer = (secret: string): HeaderFields => ({ authorization: `Bearer ${secret}` });

/** A company with some data of every kind, created through the API, and the ids that paths can contain. */
export async function givenWorld(ask: Ask): Promise<World> {
  const { ctx, offer, buyer, trafficSource } = await givenCompany({ clock: fakeClock(systemClock()) });
  const keyOf = async (role: "owner" | "viewer" | "billing") => bearer((await givenApiKey(ctx, role)).secret);
  const { token } = await givenSecureToken(ctx);
  const headers: Record<Credential, HeaderFields> = {
    owner: await keyOf("owner"),
    viewer: await keyOf("viewer"),
    billing: await keyOf("billing"),
    token: bearer(token),
    none: {},
    wrong: bearer("x".repeat(40)),
  };
  const make = async (method: string, address: string, json: object): Promise<Record<string, unknown>> => {
    const sent = { headers: { ...headers.owner, "content-type": "application/json" }, body: JSON.stringify(json) };
    const { status, body } = await ask(method, address, sent);
    if (status >= 300) throw new Error(`${method} ${address} was rejected: ${JSON.stringify(body)}`);
    return body as Record<string, unknown>;
  };
  const parties = { offer_id: offer.id, buyer_id: buyer.id, traffic_source_id: trafficSource.id };
  const uuids: string[] = [];
  const ids: string[] = [];
  for (let place = 0; place < CALLS; place++) {
    const { call } = await make("POST", "/calls", { ...parties, caller: "+13035550142", duration_seconds: 90 });
    const { id, uuid } = call as { id: number; uuid: string };
    await make("PUT", `/calls/${id}`, { buyer_converted: place % 2 === 0, offer_converted: true });
    ids.push(String(id), uuid);
    uuids.push(uuid);
  }
  await make("POST", "/rollups", {});
  const { cap } = await make("POST", `/buyers/${buyer.id}/caps`, { measure: "attempts", span: "day", limit: "9" });
  await make("POST", `/buyers/${buyer.id}/documents`, { kind: "payment", amount: "5.00" });
  const { webhook } = await make("PUT", `/buyers/${buyer.id}/webhook`, {});
  const { integration, url } = await make("POST", "/integrations", {
    provider: "retell",
    name: "A line",
    offer_id: offer.id,
    secret: "a secret of theirs",
  });
  const { webhook_endpoint } = await make("POST", "/webhook-endpoints", {
    name: "Warehouse",
    url: "https://receiver.invalid/",
    events: ["buyer.converted"],
  });
  const endpointId = String((webhook_endpoint as { id: number }).id);
  const { delivery } = await make("POST", `/webhook-endpoints/${endpointId}/test`, {});
  // Revoked or rotated by a request, the keys that ask would be answered 401 from then on.
  const { api_key } = await make("POST", "/api-keys", { name: "To revoke", role: "viewer" });
  const lastOf = (address: unknown) => String(address).split("/").at(-1) ?? "";
  const valuesByName: Record<string, readonly string[]> = {
    uuid: uuids,
    secure_token: [token],
    hook_key: [lastOf((webhook as { url: string }).url)],
    source_key: [lastOf(url)],
    provider: ["retell", "twilio"],
    cap_id: [String((cap as { id: number }).id)],
    event_id: ["1", "2"],
    number: ["1", "2"],
    month: [systemClock().toISOString().slice(0, 7), "2026-10"],
    "/calls": ids,
    "/buyers": [String(buyer.id)],
    "/offers": [String(offer.id)],
    "/traffic-sources": [String(trafficSource.id)],
    "/integrations": [String((integration as { id: number }).id)],
    "/inbox": ["1", "2", "3"],
    "/webhook-endpoints": [endpointId],
    "/api-keys": [String((api_key as { id: number }).id)],
    delivery_id: [(delivery as { id: string }).id],
  };
  return {
    headersOf: (credential) => headers[credential],
    places: (path, name) => valuesByName[name] ?? valuesByName[`/${path.split("/")[1]}`] ?? [],
  };
}
