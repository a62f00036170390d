import type { CallChange } from "@/lib/conversion/domain/billing";
import type { StoppedSide } from "@/lib/conversion/domain/decide-within-caps";
import { neededPermissions } from "@/lib/conversion/domain/needed-permissions";
import { appendChanges } from "@/lib/db/calls/append-changes";
import { lockCalls } from "@/lib/db/calls/lock-calls";
import { mergeTokens } from "@/lib/db/calls/merge-tokens";
import { readSurroundings } from "@/lib/db/calls/read-surroundings";
import { recordEvents } from "@/lib/db/calls/record-events";
import { saveCalls } from "@/lib/db/calls/save-calls";
import { addToUsage } from "@/lib/db/caps/add-to-usage";
import { lockUsage } from "@/lib/db/caps/lock-usage";
import type { SqlTx } from "@/lib/db/in-company";
import { fileInInbox } from "@/lib/db/inbox/file-in-inbox";
import { may, permission } from "@/lib/domain/access/access";
import type { Cap } from "@/lib/domain/cap/cap";
import { CapCounts } from "@/lib/domain/cap/cap-counts";
import { touchedWindows } from "@/lib/domain/cap/touched-windows";
import type { Company } from "@/lib/domain/company/company";
import { type DomainError, Forbidden, NotFound } from "@/lib/domain/errors";
import { judgeCalls } from "../evaluation/judge-calls";
import { CallSet } from "./call-set";
import type { ConversionRequest, Outcome } from "./conversion-request";
import { Fold } from "./fold";

/** A company and the clock: whose calls, and when. Each request brings its own actor. */
export type Batch = { readonly company: Company; readonly now: () => Date };

export type Folded = {
  readonly outcomes: Outcome[];
  /** Has to be done in the same transaction. */
  readonly save: () => Promise<void>;
  /** What happened to each call, in its order. */
  readonly changes: readonly CallChange[];
  /** Calls whose tokens or parties are others now: what the facts say of them may be something else. */
  readonly factsChanged: readonly number[];
  /** Calls that stand converted no more on a side, or for another party: what was a duplicate of them may count now. */
  readonly fallen: readonly number[];
  /** Sides that would have converted by themselves, had a cap not been used up. */
  readonly stopped: readonly StoppedCall[];
};

export type StoppedCall = StoppedSide & { readonly callId: number };

/**
 * Locks, reads and decides: all requests in their order, each by its own actor. `also` are calls that the same transaction
 * goes on to decide: their caps are locked with the others, since nobody may lock some, and later more.
 */
export async function foldRequests(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
  also: readonly number[] = [],
): Promise<Folded> {
  const calls = new CallSet(await lockRequested(tx, batch.company, requests, also));
  const known = await readSurroundings(tx, calls.surroundingsOf(requests));
  const counts = await lockCounts(tx, known.caps, calls, requests);
  const fold = new Fold(known, counts, batch.now(), batch.company.decimals);
  const informed = await withWhatFactsSay(tx, batch.company, calls, requests);
  const outcomes = informed.map((request) => attempt(calls, fold, request));
  const save = () => write(tx, calls, fold, counts);
  return {
    outcomes,
    save,
    changes: fold.changes.map(({ change }) => change),
    factsChanged: fold.factsChanged(),
    fallen: fold.fallen(),
    stopped: fold.stopped,
  };
}

function lockRequested(
  tx: SqlTx,
  { timeZone }: Company,
  requests: readonly ConversionRequest[],
  also: readonly number[],
) {
  const ids = [...also, ...requests.flatMap(({ call }) => ("id" in call ? [call.id] : []))];
  const uuids = requests.flatMap(({ call }) => ("uuid" in call ? [call.uuid] : []));
  return lockCalls(tx, ids, uuids, timeZone);
}

/** One more statement where a cap counts what the batch may change, and none where there is no cap. */
async function lockCounts(
  tx: SqlTx,
  caps: readonly Cap[],
  calls: CallSet,
  requests: readonly ConversionRequest[],
): Promise<CapCounts> {
  const windows = caps.length === 0 ? [] : touchedWindows(caps, calls.partiesOf(requests));
  return new CapCounts(caps, await lockUsage(tx, windows));
}

/** A side that returns to automatic is decided by its facts in the same change. */
async function withWhatFactsSay(
  tx: SqlTx,
  company: Company,
  calls: CallSet,
  requests: readonly ConversionRequest[],
): Promise<readonly ConversionRequest[]> {
  const returning = requests.flatMap(({ call, wish }) =>
    wish.kind === "automatic" ? (calls.find(call)?.state.id ?? []) : [],
  );
  if (returning.length === 0) return requests;
  const judged = await judgeCalls(tx, company, returning);
  return requests.map((request) => {
    const { call, wish } = request;
    if (wish.kind !== "automatic") return request;
    const id = calls.find(call)?.state.id;
    const found = judged.find(({ facts, side }) => facts.id === id && side === wish.side);
    return { ...request, wish: { ...wish, verdict: found?.verdict ?? undefined } };
  });
}

function attempt(calls: CallSet, fold: Fold, request: ConversionRequest): Outcome {
  const refused = forbidden(request);
  if (refused) return { ok: false, error: refused };
  const call = calls.find(request.call);
  return call ? fold.take(call, request) : { ok: false, error: new NotFound() };
}

function forbidden({ actor, wish, tokens }: ConversionRequest): DomainError | null {
  const needed = [...neededPermissions(wish), ...(tokens ? (["call.tokens"] as const) : [])];
  const missing = needed.find((area) => !may(actor.access, "update", area));
  return missing ? new Forbidden(permission(missing, "update")) : null;
}

/** One after the other on the connection, and none waits here for the answer to the one before. */
async function write(tx: SqlTx, calls: CallSet, fold: Fold, counts: CapCounts): Promise<void> {
  await Promise.all([
    saveCalls(tx, calls.touched()),
    appendChanges(tx, fold.changes),
    mergeTokens(tx, fold.tokens()),
    recordEvents(tx, fold.events),
    fileInInbox(tx, fold.inbox),
    addToUsage(tx, counts.changes()),
  ]);
}
