import { BillingAnswer } from "@/lib/contracts/billing";
import { CallAnswer, RecordedCall } from "@/lib/contracts/calls";
import { ChangeList } from "@/lib/contracts/changes";
import { BuyerList, TrafficSourceList } from "@/lib/contracts/parties";
import { ask, read } from "./ask";
import { keyOf } from "./credentials";
import { sampleOf, type Tenant } from "./demo";

export type Parties = { readonly offerId: number; readonly buyerIds: number[]; readonly sourceIds: number[] };
export type GivenCall = { readonly id: number; readonly uuid: string; readonly externalId: string } & Parties;

const known = new Map<Tenant, Promise<Parties>>();

/** Ids of the company to make calls with. */
export function partiesOf(tenant: Tenant): Promise<Parties> {
  const parties = known.get(tenant) ?? readParties(tenant);
  known.set(tenant, parties);
  return parties;
}

async function readParties(tenant: Tenant): Promise<Parties> {
  const get = (path: string) => ask("GET", `/api/v1${path}`, { headers: keyOf(tenant) });
  const { call } = read(CallAnswer, await get(`/calls/${sampleOf(tenant).id}`));
  const { buyers } = read(BuyerList, await get("/buyers"));
  const { traffic_sources } = read(TrafficSourceList, await get("/traffic-sources"));
  const ids = (list: { id: number }[]) => list.map(({ id }) => id);
  return { offerId: call.offer.id, buyerIds: ids(buyers), sourceIds: ids(traffic_sources) };
}

let calls = 0;

/** A call of its own, with a buyer and a source, and nothing decided. */
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

/** All that the owner's key can read of a call: itself, its log, its billing. */
export async function everythingOf(tenant: Tenant, id: number) {
  const get = (part: string) => ask("GET", `/api/v1/calls/${id}/${part}`, { headers: keyOf(tenant) });
  const [call, changes, billing] = await Promise.all([callOf(tenant, id), get("changes"), get("billing")]);
  const { pending, entries, totals } = read(BillingAnswer, billing).billing;
  return { call, changes: read(ChangeList, changes).changes, pending, entries, totals };
}
