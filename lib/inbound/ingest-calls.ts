import { mergeFacts } from "@/lib/call/domain/merge-facts";
import type { ReportedFacts } from "@/lib/call/domain/reported-call";
import type { Batch } from "@/lib/conversion/batch";
import { Unmatched } from "@/lib/conversion/domain/request";
import { fileInInbox } from "@/lib/conversion/sql/file-in-inbox";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { type CallReport, impossible } from "./call-report";
import { type CallOfIntegration, callUpsert, unmatchedItem } from "./integration-call";
import { problemIn } from "./problem-in";
import {
  type CallKey,
  deleteReports,
  insertReports,
  keyText,
  lockCallKeys,
  type ReportedFact,
  readReports,
} from "./sql/reported-facts";
import { type Upserted, upsertCalls } from "./upsert-calls";

export type IngestState = "created" | "updated" | "unchanged" | "repeated" | "waiting" | "refused";

/** What became of one report. */
export type IngestResult = {
  readonly state: IngestState;
  readonly callId: number | null;
  readonly problem: string | null;
};

/**
 * Keeps what integrations report, makes the calls that are new, brings those that are known up to date and decides them.
 * Part of a transaction of `inLocks`. Answers stand in the order of the reports.
 */
export async function ingestCalls(tx: SqlTx, batch: Batch, reports: readonly CallReport[]): Promise<IngestResult[]> {
  const possible = reports.filter((each) => impossible(each) === null);
  const keys = [...new Map(possible.map((each) => [reportKey(each), callKeyOf(each)])).values()];
  if (keys.length > 0) await lockCallKeys(tx, keys);
  const before = keys.length === 0 ? new Map<string, ReportedFacts[]>() : await readReports(tx, keys);
  const tooMany = (each: CallReport) => isOneTooMany(each, before.get(reportKey(each)) ?? []);
  const fresh = freshOf(
    possible.filter((each) => !tooMany(each)),
    before,
  );
  await deleteReports(tx, factsOf([...fresh].filter(({ replayed }) => replayed)));
  await insertReports(tx, factsOf([...fresh]));
  const results = await applyToCalls(tx, batch, callsOf(before, fresh));
  const refused = [...fresh].filter((each) => results.get(reportKey(each))?.state === "refused");
  await deleteReports(tx, factsOf(refused));
  return reports.map((each) => {
    const problem = impossible(each) ?? (tooMany(each) ? TOO_MANY : null);
    if (problem !== null) return { state: "refused", callId: null, problem };
    const result = results.get(reportKey(each)) ?? WAITING;
    return fresh.has(each) ? result : { ...result, state: "repeated" };
  });
}

/** All of them are merged again with each new one. */
const REPORTS_A_CALL = 300;
const TOO_MANY = `This call has reached the limit of ${REPORTS_A_CALL} events. Further events are rejected.`;
const WAITING: IngestResult = { state: "waiting", callId: null, problem: null };

function callKeyOf({ endpoint, callKey }: CallReport): CallKey {
  return { endpointId: endpoint.id, callKey };
}

function reportKey(report: CallReport): string {
  return keyText(callKeyOf(report));
}

function factsOf(reports: readonly CallReport[]): ReportedFact[] {
  return reports.map(({ endpoint, callKey, receivedAt, report }) => ({
    endpointId: endpoint.id,
    callKey,
    receivedAt,
    report,
  }));
}

function isOneTooMany({ report, replayed }: CallReport, before: readonly ReportedFacts[]): boolean {
  if (replayed || before.length < REPORTS_A_CALL) return false;
  return !before.some(({ eventId }) => eventId === report.eventId);
}

/** Those that report something for the first time, or once more because somebody asked for it. */
function freshOf(
  reports: readonly CallReport[],
  before: ReadonlyMap<string, readonly ReportedFacts[]>,
): Set<CallReport> {
  const seen = new Set<string>();
  const name = (key: string, eventId: string) => JSON.stringify([key, eventId]);
  for (const [key, known] of before) for (const { eventId } of known) seen.add(name(key, eventId));
  return new Set(
    reports.filter((each) => {
      const key = name(reportKey(each), each.report.eventId);
      const isFresh = each.replayed || !seen.has(key);
      seen.add(key);
      return isFresh;
    }),
  );
}

/** Of the calls that something fresh was reported of. */
function callsOf(
  before: ReadonlyMap<string, readonly ReportedFacts[]>,
  fresh: ReadonlySet<CallReport>,
): ReadonlyMap<string, CallOfIntegration> {
  const news = new Map<string, CallReport[]>();
  for (const each of fresh) {
    const reports = news.get(reportKey(each));
    if (reports) reports.push(each);
    else news.set(reportKey(each), [each]);
  }
  return new Map(
    [...news].flatMap(([key, reports]): [string, CallOfIntegration][] => {
      const [first] = reports;
      if (!first) return [];
      const known = before.get(key) ?? [];
      const { endpoint, callKey, receivedAt } = first;
      const after = mergeFacts([...known, ...reports.map(({ report }) => report)]);
      return [[key, { endpoint, callKey, receivedAt, before: mergeFacts(known), after }]];
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
