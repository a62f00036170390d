import { type MergedFacts, mergeFacts } from "@/lib/call/domain/merge-facts";
import type { ReportedFacts } from "@/lib/call/domain/reported-call";
import type { SqlTx } from "@/lib/db/in-company";
import type { Endpoint } from "@/lib/db/webhooks/endpoint";
import {
  deleteReports,
  insertReports,
  lockCallKeys,
  type ReportedFact,
  readReports,
} from "@/lib/db/webhooks/reported-facts";
import { findSourceCalls } from "@/lib/db/webhooks/source-calls";
import type { Batch } from "../conversion/apply-conversions";
import { learnFacts } from "../evaluation/learn-facts";
import { makeCalls, newCallOf } from "./make-calls";
import { impossible, type ToldReport } from "./told-report";
import { type ToUpdate, updateCalls } from "./update-calls";

export type ReportState = "created" | "updated" | "unchanged" | "repeated" | "waiting" | "refused";

/** What became of one report. */
export type TakenReport = {
  readonly state: ReportState;
  readonly callId: number | null;
  readonly problem: string | null;
};

/**
 * Keeps what sources said, makes the calls that are new, brings those that are known up to date and decides them. Answers
 * stand in the order of the reports.
 */
export async function applyReports(tx: SqlTx, batch: Batch, told: readonly ToldReport[]): Promise<TakenReport[]> {
  const possible = told.filter((each) => impossible(each) === null);
  const keys = [...new Set(possible.map(({ callKey }) => callKey))].sort();
  if (keys.length > 0) await lockCallKeys(tx, keys);
  const before = keys.length === 0 ? new Map<string, ReportedFacts[]>() : await readReports(tx, keys);
  const tooMany = (each: ToldReport) => isOneTooMany(each, before.get(each.callKey) ?? []);
  const fresh = freshOf(
    possible.filter((each) => !tooMany(each)),
    before,
  );
  await deleteReports(tx, factsOf([...fresh].filter(({ replayed }) => replayed)));
  await insertReports(tx, factsOf([...fresh]));
  const spoken = spokenOf(keys, before, fresh);
  const calls = spoken.length === 0 ? new Map<string, TakenReport>() : await applyToCalls(tx, batch, spoken);
  const refused = [...fresh].filter(({ callKey }) => calls.get(callKey)?.state === "refused");
  await deleteReports(tx, factsOf(refused));
  return told.map((each) => {
    const problem = impossible(each) ?? (tooMany(each) ? TOO_MANY : null);
    if (problem !== null) return { state: "refused", callId: null, problem };
    const taken = calls.get(each.callKey) ?? WAITING;
    return fresh.has(each) ? taken : { ...taken, state: "repeated" };
  });
}

/** All of them are read again with each new one. */
const REPORTS_A_CALL = 300;
const TOO_MANY = `This call has had ${REPORTS_A_CALL} events: no more are taken in.`;

function isOneTooMany({ report, replayed }: ToldReport, before: readonly ReportedFacts[]): boolean {
  if (replayed || before.length < REPORTS_A_CALL) return false;
  return !before.some(({ eventId }) => eventId === report.eventId);
}

const WAITING: TakenReport = { state: "waiting", callId: null, problem: null };

/** Those that say something for the first time, or once more because somebody asked for it. */
function freshOf(told: readonly ToldReport[], before: ReadonlyMap<string, readonly ReportedFacts[]>): Set<ToldReport> {
  const seen = new Set<string>();
  const name = (callKey: string, eventId: string) => JSON.stringify([callKey, eventId]);
  for (const [callKey, reports] of before) for (const { eventId } of reports) seen.add(name(callKey, eventId));
  return new Set(
    told.filter(({ callKey, report, replayed }) => {
      const key = name(callKey, report.eventId);
      const isFresh = replayed || !seen.has(key);
      seen.add(key);
      return isFresh;
    }),
  );
}

/** A call by all that its source says, and had said before. */
type Spoken = {
  readonly callKey: string;
  readonly before: MergedFacts;
  readonly facts: MergedFacts;
  /** Nothing had been said of it before, and it names no call of ours: there can hardly be one yet. */
  readonly isNew: boolean;
  /** Where the news came in; null where there are none. */
  readonly endpoint: Endpoint | null;
};

function spokenOf(
  keys: readonly string[],
  before: ReadonlyMap<string, readonly ReportedFacts[]>,
  fresh: ReadonlySet<ToldReport>,
): Spoken[] {
  const news = new Map<string, ToldReport[]>();
  for (const each of fresh) {
    const told = news.get(each.callKey);
    if (told) told.push(each);
    else news.set(each.callKey, [each]);
  }
  return keys.map((callKey) => {
    const known = before.get(callKey) ?? [];
    const told = news.get(callKey) ?? [];
    const facts = mergeFacts([...known, ...told.map(({ report }) => report)]);
    const isNew = known.length === 0 && facts.uuid === null;
    return { callKey, before: mergeFacts(known), facts, isNew, endpoint: told[0]?.endpoint ?? null };
  });
}

function factsOf(told: readonly ToldReport[]): ReportedFact[] {
  return told.map(({ endpoint, ...fact }) => ({ ...fact, endpointId: endpoint.id }));
}

async function applyToCalls(tx: SqlTx, batch: Batch, spoken: readonly Spoken[]): Promise<Map<string, TakenReport>> {
  let idOf = await callFinder(
    tx,
    spoken.filter(({ isNew }) => !isNew),
  );
  const news = spoken.flatMap((each) => {
    const { callKey, endpoint, facts } = each;
    const call = endpoint && idOf(each) === undefined ? newCallOf(tx.company, callKey, endpoint, facts) : null;
    return call ?? [];
  });
  const made = await makeCalls(tx, news);
  if (made.size < spoken.filter(({ isNew }) => isNew).length) idOf = await callFinder(tx, spoken);
  const known = spoken.flatMap((each): ToUpdate[] => {
    const id = made.has(each.callKey) || each.endpoint === null ? undefined : idOf(each);
    return id === undefined ? [] : [{ callKey: each.callKey, id, before: each.before, after: each.facts }];
  });
  const updated = await updateCalls(tx, batch, known);
  const changed = known.filter(({ callKey }) => updated.get(callKey)?.state === "updated").map(({ id }) => id);
  await learnFacts(tx, batch, [...made.values(), ...changed]);
  return new Map(
    spoken.map((each): [string, TakenReport] => {
      const id = made.get(each.callKey);
      if (id !== undefined) return [each.callKey, { state: "created", callId: id, problem: null }];
      return [each.callKey, updated.get(each.callKey) ?? { ...WAITING, callId: idOf(each) ?? null }];
    }),
  );
}

/** A call that was made of this source's reports comes before one that they name by uuid. */
async function callFinder(tx: SqlTx, spoken: readonly Spoken[]): Promise<(call: Spoken) => number | undefined> {
  if (spoken.length === 0) return () => undefined;
  const calls = await findSourceCalls(
    tx,
    spoken.map(({ callKey }) => callKey),
    spoken.flatMap(({ facts }) => facts.uuid ?? []),
  );
  const byName = new Map(calls.map(({ externalId, id }) => [externalId, id]));
  const byUuid = new Map(calls.map(({ uuid, id }) => [uuid, id]));
  return ({ callKey, facts }) => byName.get(callKey) ?? (facts.uuid === null ? undefined : byUuid.get(facts.uuid));
}
