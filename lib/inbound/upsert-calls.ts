import type { Actor } from "@/lib/access/domain/actor";
import { AUTOMATIC } from "@/lib/access/domain/system-actor";
import type { Forbidden } from "@/lib/base/errors";
import { mechanismOfActor } from "@/lib/call/domain/mechanism";
import { queueForFeed } from "@/lib/call/sql/feed-queue";
import { type FoundCall, findCalls, type NamedCall } from "@/lib/call/sql/find-calls";
import { insertCalls, type NewCall } from "@/lib/call/sql/insert-calls";
import { readPricingTokens } from "@/lib/call/sql/pricing-tokens";
import type { Batch } from "@/lib/conversion/batch";
import { convertIn } from "@/lib/conversion/convert";
import type { FactsUpdate } from "@/lib/conversion/domain/facts-update";
import { forbidden } from "@/lib/conversion/domain/permissions";
import type { TokenChange } from "@/lib/conversion/domain/plan";
import type { ConversionRequest, Match, Outcome } from "@/lib/conversion/domain/request";
import { LockMissed, lockCallersAhead } from "@/lib/conversion/load-context";
import { recordCreated } from "@/lib/conversion/record-outgoing";
import { appendTokenChanges } from "@/lib/conversion/sql/append-token-changes";
import type { NamedCall as CallToLock } from "@/lib/conversion/sql/lock-callers";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** A call as an outside system reports it. */
export type CallUpsert = NamedCall & {
  readonly actor: Actor;
  /** Conditions for a call that is named by our uuid. */
  readonly match?: Match;
  /** The facts for an existing call. */
  readonly facts: FactsUpdate;
  /** The call to create if none exists; null if required fields are missing. */
  readonly newCall: NewCall | null;
};

export type Upserted = { readonly created: boolean; readonly outcome: Outcome };

/**
 * The only way to create, fill and update calls from outside, in a transaction of `inLocks`: creates new calls, adds
 * facts to existing ones and decides all together. Results have the order of `calls`; null if no call exists and none
 * could be created.
 */
export async function upsertCalls(tx: SqlTx, batch: Batch, calls: readonly CallUpsert[]): Promise<(Upserted | null)[]> {
  const foundCalls = await findCalls(tx, calls);
  const refused = await refusals(tx, calls);
  const reported = calls.flatMap((call, place) =>
    refused.has(place) ? [] : [{ call, place, key: keyOf(call, place), existing: foundCalls[place] ?? null }],
  );
  const callers = await lockCallersAhead(tx, reported.flatMap(namedFor));
  const created = await create(tx, batch, newOf(reported));
  const requests = new Map(reported.map((call) => [call.place, requestFor(call, created.get(call.key))]));
  const named = [...requests.values()].filter((request) => request !== null);
  const arrivedCallIds = [...new Set(named.map(({ call }) => call.id))];
  const outcomes = named.length === 0 ? [] : (await convertIn(tx, batch, named, { arrivedCallIds, callers })).outcomes;
  const left = [...outcomes];
  return calls.map((call, place) => {
    const error = refused.get(place);
    if (error) return { created: false, outcome: { ok: false, error } };
    const outcome = requests.get(place) ? left.shift() : undefined;
    return outcome ? { created: created.get(keyOf(call, place))?.place === place, outcome } : null;
  });
}

/** Rejections by place: a token that sets a price needs the permission of the amount, on new and existing calls. */
async function refusals(tx: SqlTx, calls: readonly CallUpsert[]): Promise<ReadonlyMap<number, Forbidden>> {
  const setsTokens = ({ facts }: CallUpsert) => facts.kind === "fill" && Object.keys(facts.tokens).length > 0;
  if (!calls.some(setsTokens)) return new Map();
  const pricing = await readPricingTokens(tx);
  return new Map(
    calls.flatMap(({ actor, facts }, place): [number, Forbidden][] => {
      const error = forbidden(actor, { kind: "addFacts", facts }, pricing);
      return error ? [[place, error]] : [];
    }),
  );
}

type Reported = {
  readonly call: CallUpsert;
  readonly place: number;
  readonly key: string;
  readonly existing: FoundCall | null;
};
type Created = { readonly id: number; readonly place: number };
type New = Reported & { readonly newCall: NewCall };

/** A call without an identity is always a new call. */
function keyOf({ integrationId, externalId }: CallUpsert, place: number): string {
  return JSON.stringify(externalId === null ? place : [integrationId, externalId]);
}

/** Several may report one new call: the first complete report creates it, the others add to it. */
function newOf(reported: readonly Reported[]): New[] {
  const news = new Map<string, New>();
  for (const call of reported) {
    const { newCall } = call.call;
    if (call.existing === null && newCall !== null && !news.has(call.key)) news.set(call.key, { ...call, newCall });
  }
  return [...news.values()];
}

function namedFor({ call: { facts, newCall }, existing }: Reported): CallToLock[] {
  const buyerIds = (id: number | null) => (id === null ? [] : [id]);
  if (existing) {
    const named = facts.kind === "fill" ? facts.buyerId : null;
    return [{ ref: { id: existing.id }, buyerIds: buyerIds(named), callerHash: facts.callerHash }];
  }
  if (!newCall) return [];
  const { offerId, buyerId, callerHash } = newCall;
  return [{ ref: null, offerId, buyerIds: buyerIds(buyerId), callerHash }];
}

/**
 * Creates calls in order of identity, as every transaction does, so that two that create the same calls wait instead of
 * dead-locking. If one was created meanwhile, the transaction starts over and finds it.
 */
async function create(tx: SqlTx, { now }: Batch, news: readonly New[]): Promise<ReadonlyMap<string, Created>> {
  const inOrder = news.toSorted(byIdentity);
  const ids = await insertCalls(
    tx,
    inOrder.map(({ newCall }) => newCall),
  );
  const created = new Map<string, Created>();
  const tokenChanges: TokenChange[] = [];
  for (const [position, { key, place, call, newCall }] of inOrder.entries()) {
    const id = ids[position] ?? null;
    if (id === null) throw new LockMissed();
    created.set(key, { id, place });
    const tokens = Object.entries(newCall.tokens).map(([name, to]) => [name, { from: null, to }] as const);
    if (tokens.length === 0) continue;
    const { actor } = call;
    const mechanism = mechanismOfActor(actor);
    tokenChanges.push({ callId: id, changedAt: now(), mechanism, actor, tokens: Object.fromEntries(tokens) });
  }
  const createdIds = [...created.values()].map(({ id }) => id);
  await Promise.all([
    appendTokenChanges(tx, tokenChanges),
    queueForFeed(
      tx,
      createdIds.map((callId) => ({ kind: "created", callId })),
      now(),
    ),
    recordCreated(tx, createdIds, now()),
  ]);
  return created;
}

/** Calls without an identity cannot collide and keep their order. */
function byIdentity(one: New, other: New): number {
  if (one.newCall.externalId === null || other.newCall.externalId === null) {
    return (
      Number(one.newCall.externalId !== null) - Number(other.newCall.externalId !== null) || one.place - other.place
    );
  }
  return one.key < other.key ? -1 : 1;
}

type RequestById = ConversionRequest & { readonly call: { readonly id: number } };

/** The report that created the call has no further facts. */
function requestFor({ call, place, existing }: Reported, created: Created | undefined): RequestById | null {
  if (!existing && created?.place === place) {
    return { call: { id: created.id }, actor: AUTOMATIC, command: { kind: "evaluate" } };
  }
  const id = existing?.id ?? created?.id;
  if (id === undefined) return null;
  const { actor, facts, match } = call;
  return { call: { id }, actor, command: { kind: "addFacts", facts }, ...(existing?.byUuid && match && { match }) };
}
