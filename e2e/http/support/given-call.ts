import { BillingAnswer } from "@/lib/contracts/billing";
import { CallAnswer, CallList, ConversionAnswer, RecordedCall } from "@/lib/contracts/calls";
import { ChangeList } from "@/lib/contracts/changes";
import { EvaluationList } from "@/lib/contracts/evaluations";
import { BuyerList, TrafficSourceList } from "@/lib/contracts/parties";
import { Transcript } from "@/lib/contracts/transcript";
import { ask, read } from "./ask";
import { keyOf } from "./credentials";
import type { Tenant } from "./demo";

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
  const { buyers } = read(BuyerList, await get("/buyers"));
  const { traffic_sources } = read(TrafficSourceList, await get("/traffic-sources"));
  const ids = (list: { id: number }[]) => list.map(({ id }) => id);
  const parties = { buyerIds: ids(buyers), sourceIds: ids(traffic_sources) };
  const { calls } = read(CallList, await get("/calls?per_page=100"));
  for (const offerId of new Set(calls.map(({ offer }) => offer.id))) {
    if (!(await followsBuyer(tenant, { ...parties, offerId }))) return { ...parties, offerId };
  }
  throw new Error(`every offer of ${tenant.company} converts with its buyer`);
}

/** Some offers convert when the buyer converts: tests of one side alone need one that does not. */
async function followsBuyer(tenant: Tenant, { offerId, buyerIds, sourceIds }: Parties): Promise<boolean> {
  const headers = keyOf(tenant);
  const json = { offer_id: offerId, buyer_id: buyerIds[0], traffic_source_id: sourceIds[0] };
  const { call } = read(RecordedCall, await ask("POST", "/api/v1/calls", { headers, json }));
  const query = { buyer_converted: "true", revenue: "0" };
  return (
    read(ConversionAnswer, await ask("PUT", `/api/v1/calls/${call.id}`, { headers, query })).call.offer_converted ===
    true
  );
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

/** All that the owner's key can read of a call: itself, its log, its billing, what was said and why it was judged so. */
export async function everythingOf(tenant: Tenant, id: number) {
  const get = (part: string) => ask("GET", `/api/v1/calls/${id}/${part}`, { headers: keyOf(tenant) });
  const [call, changes, billing] = await Promise.all([callOf(tenant, id), get("changes"), get("billing")]);
  const { pending, entries, totals } = read(BillingAnswer, billing).billing;
  const { segments } = read(Transcript, await get("transcript"));
  const { evaluations } = read(EvaluationList, await get("evaluations"));
  return { call, changes: read(ChangeList, changes).changes, pending, entries, totals, segments, evaluations };
}
