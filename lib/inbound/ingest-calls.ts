import { mergeFacts } from "@/lib/call/domain/merge-facts";
import type { ReportedFacts } from "@/lib/call/domain/reported-call";
import type { Batch } from "@/lib/conversion/batch";
import { Unmatched } from "@/lib/conversion/domain/request";
import { fileInInbox } from "@/lib/conversion/sql/file-in-inbox";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { type InboundCall, impossibleTime } from "./inbound-call";
import { type CallOfIntegration, callUpsert, unmatchedItem } from "./integration-call";
import { problemIn } from "./problem-in";
import {
  type CallKey,
  deleteReportedFacts,
  insertReportedFacts,
  keyText,
  lockCallKeys,
  type ReportedFact,
  readReportedFacts,
} from "./sql/reported-facts";
import { type Upserted, upsertCalls } from "./upsert-calls";

export type IngestState = "created" | "updated" | "unchanged" | "repeated" | "waiting" | "refused";

/** The result of one inbound call. */
export type IngestResult = {
  readonly state: IngestState;
  readonly callId: number | null;
  readonly problem: string | null;
};

/**
 * Stores reported facts, creates new calls, updates existing ones and decides them. Runs in a transaction of `inLocks`.
 * Results have the order of `calls`.
 */
export async function ingestCalls(tx: SqlTx, batch: Batch, calls: readonly InboundCall[]): Promise<IngestResult[]> {
  const possible = calls.filter((call) => impossibleTime(call) === null);
  const keys = [...new Map(possible.map((call) => [keyOfCall(call), callKeyOf(call)])).values()];
  if (keys.length > 0) await lockCallKeys(tx, keys);
  const before = keys.length === 0 ? new Map<string, ReportedFacts[]>() : await readReportedFacts(tx, keys);
  const tooMany = (call: InboundCall) => isOneTooMany(call, before.get(keyOfCall(call)) ?? []);
  const fresh = freshOf(
    possible.filter((call) => !tooMany(call)),
    before,
  );
  await deleteReportedFacts(tx, factsOf([...fresh].filter(({ replayed }) => replayed)));
  await insertReportedFacts(tx, factsOf([...fresh]));
  const results = await applyToCalls(tx, batch, callsOf(before, fresh));
  const refused = [...fresh].filter((call) => results.get(keyOfCall(call))?.state === "refused");
  await deleteReportedFacts(tx, factsOf(refused));
  return calls.map((call) => {
    const problem = impossibleTime(call) ?? (tooMany(call) ? TOO_MANY : null);
    if (problem !== null) return { state: "refused", callId: null, problem };
    const result = results.get(keyOfCall(call)) ?? WAITING;
    return fresh.has(call) ? result : { ...result, state: "repeated" };
  });
}

/** Every new event merges all earlier ones of its call again, so their number is limited. */
const EVENTS_A_CALL = 300;
const TOO_MANY = `This call has reached the limit of ${EVENTS_A_CALL} events. Further events are rejected.`;
const WAITING: IngestResult = { state: "waiting", callId: null, problem: null };

function callKeyOf({ endpoint, callKey }: InboundCall): CallKey {
  return { endpointId: endpoint.id, callKey };
}

function keyOfCall(call: InboundCall): string {
  return keyText(callKeyOf(call));
}

function factsOf(calls: readonly InboundCall[]): ReportedFact[] {
  return calls.map(({ endpoint, callKey, receivedAt, facts }) => ({
    endpointId: endpoint.id,
    callKey,
    receivedAt,
    facts,
  }));
}

function isOneTooMany({ facts, replayed }: InboundCall, before: readonly ReportedFacts[]): boolean {
  if (replayed || before.length < EVENTS_A_CALL) return false;
  return !before.some(({ eventId }) => eventId === facts.eventId);
}

/** Calls with new events, or with events that are replayed. */
function freshOf(
  calls: readonly InboundCall[],
  before: ReadonlyMap<string, readonly ReportedFacts[]>,
): Set<InboundCall> {
  const seen = new Set<string>();
  const name = (key: string, eventId: string) => JSON.stringify([key, eventId]);
  for (const [key, events] of before) for (const { eventId } of events) seen.add(name(key, eventId));
  return new Set(
    calls.filter((call) => {
      const key = name(keyOfCall(call), call.facts.eventId);
      const isFresh = call.replayed || !seen.has(key);
      seen.add(key);
      return isFresh;
    }),
  );
}

/** The calls that have new events. */
function callsOf(
  before: ReadonlyMap<string, readonly ReportedFacts[]>,
  fresh: ReadonlySet<InboundCall>,
): ReadonlyMap<string, CallOfIntegration> {
  const byKey = new Map<string, InboundCall[]>();
  for (const call of fresh) {
    const calls = byKey.get(keyOfCall(call));
    if (calls) calls.push(call);
    else byKey.set(keyOfCall(call), [call]);
  }
  return new Map(
    [...byKey].flatMap(([key, calls]): [string, CallOfIntegration][] => {
      const [first] = calls;
      if (!first) return [];
      const earlier = before.get(key) ?? [];
      const { endpoint, callKey, receivedAt } = first;
      const after = mergeFacts([...earlier, ...calls.map(({ facts }) => facts)]);
      return [[key, { endpoint, callKey, receivedAt, before: mergeFacts(earlier), after }]];
    }),
  );
}

async function applyToCalls(
  tx: SqlTx,
  batch: Batch,
  calls: ReadonlyMap<string, CallOfIntegration>,
): Promise<ReadonlyMap<string, IngestResult>> {
  if (calls.size === 0) return new Map();
  const upserted = await upsertCalls(
    tx,
    batch,
    [...calls.values()].map((call) => callUpsert(batch.company.id, call)),
  );
  const results = [...calls].map(([key, call], place) => ({ key, call, upserted: upserted[place] ?? null }));
  const unmatched = results.filter(({ call, upserted }) => call.after.uuid !== null && isUnmatched(upserted));
  await fileInInbox(
    tx,
    unmatched.map(({ call }) => unmatchedItem(call)),
  );
  return new Map(results.map(({ key, upserted }) => [key, resultOf(upserted)]));
}

function isUnmatched(upserted: Upserted | null): boolean {
  return upserted === null || (!upserted.outcome.ok && upserted.outcome.error instanceof Unmatched);
}

function resultOf(upserted: Upserted | null): IngestResult {
  if (upserted === null || isUnmatched(upserted)) return WAITING;
  const { created, outcome } = upserted;
  if (!outcome.ok) return { state: "refused", callId: null, problem: problemIn(outcome.error) };
  const state = created ? "created" : outcome.changed ? "updated" : "unchanged";
  return { state, callId: outcome.callId, problem: null };
}
