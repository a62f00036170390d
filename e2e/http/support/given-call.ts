import { CallAnswer, RecordedCall } from "@/lib/call/contract/call";
import { ChangeList } from "@/lib/call/contract/change";
import { Transcript } from "@/lib/call/contract/transcript";
import { EvaluationList } from "@/lib/evaluation/contract";
import { BillingAnswer } from "@/lib/ledger/contract/billing";
import { CreatedBuyer, CreatedOffer, TrafficSourceList } from "@/lib/party/contract";
import { ask, read } from "./ask";
import { keyOf } from "./credentials";
import type { Tenant } from "./demo";

export type Parties = { readonly offerId: number; readonly buyerIds: number[]; readonly sourceIds: number[] };
export type GivenCall = { readonly id: number; readonly uuid: string; readonly externalId: string } & Parties;

const partiesByTenant = new Map<Tenant, Promise<Parties>>();

/** An offer and buyers with prices and without automatic conversion, and the company's traffic sources. */
export function partiesOf(tenant: Tenant): Promise<Parties> {
  const parties = partiesByTenant.get(tenant) ?? makeParties(tenant);
  partiesByTenant.set(tenant, parties);
  return parties;
}

async function makeParties(tenant: Tenant): Promise<Parties> {
  const headers = keyOf(tenant);
  const make = (path: string, name: string) => ask("POST", `/api/v1${path}`, { headers, json: { name } });
  const { offer } = read(CreatedOffer, await make("/offers", "Gutter cleaning"));
  const buyers = [await make("/buyers", "Rowan Gutters"), await make("/buyers", "Aspen Gutters")].map(
    (answer) => read(CreatedBuyer, answer).buyer,
  );
  await agree(tenant, `/offers/${offer.id}`, { payouts: [{ amount: "12" }] });
  for (const { id } of buyers) await agree(tenant, `/buyers/${id}`, { prices: [{ amount: "31" }] });
  const sources = await ask("GET", "/api/v1/traffic-sources", { headers });
  const { traffic_sources } = read(TrafficSourceList, sources);
  return { offerId: offer.id, buyerIds: buyers.map(({ id }) => id), sourceIds: traffic_sources.map(({ id }) => id) };
}

async function agree(tenant: Tenant, owner: string, terms: object): Promise<void> {
  const json = { version: 0, valid_from: "2020-01-01T00:00:00Z", settings: {}, ...terms };
  const answer = await ask("PUT", `/api/v1${owner}/conversion-settings`, { headers: keyOf(tenant), json });
  if (answer.status !== 200) throw new Error(`no terms for ${owner}: ${answer.text}`);
}

let calls = 0;

/** A new call with a buyer and a traffic source, without updates. */
export async function givenCall(tenant: Tenant, fields: Readonly<Record<string, unknown>> = {}): Promise<GivenCall> {
  const parties = await partiesOf(tenant);
  calls += 1;
  const externalId = `http-${process.pid}-${Date.now()}-${calls}`;
  const answer = await ask("POST", "/api/v1/calls", {
    headers: keyOf(tenant),
    json: {
      external_id: externalId,
      caller: "+13035550123",
      offer_id: parties.offerId,
      buyer_id: parties.buyerIds[0],
      traffic_source_id: parties.sourceIds[0],
      duration_seconds: 184,
      connected_seconds: 171,
      ...fields,
    },
  });
  const { call } = read(RecordedCall, answer);
  return { id: call.id, uuid: call.uuid, externalId, ...parties };
}

export async function callOf(tenant: Tenant, id: number) {
  return read(CallAnswer, await ask("GET", `/api/v1/calls/${id}`, { headers: keyOf(tenant) })).call;
}

/** Everything that the owner's key can read of a call. */
export async function everythingOf(tenant: Tenant, id: number) {
  const get = (part: string) => ask("GET", `/api/v1/calls/${id}/${part}`, { headers: keyOf(tenant) });
  const [call, changes, billing] = await Promise.all([callOf(tenant, id), get("changes"), get("billing")]);
  const { pending, entries, totals } = read(BillingAnswer, billing).billing;
  const { segments } = read(Transcript, await get("transcript"));
  const { evaluations } = read(EvaluationList, await get("evaluations"));
  return { call, changes: read(ChangeList, changes).changes, pending, entries, totals, segments, evaluations };
}
