import { appendChanges } from "@/lib/db/calls/append-changes";
import { lockCalls } from "@/lib/db/calls/lock-calls";
import { mergeTokens } from "@/lib/db/calls/merge-tokens";
import { readSurroundings } from "@/lib/db/calls/read-surroundings";
import { recordEvents } from "@/lib/db/calls/record-events";
import { saveCalls } from "@/lib/db/calls/save-calls";
import { fileInInbox } from "@/lib/db/inbox/file-in-inbox";
import { inCompanySql, type SqlTx } from "@/lib/db/in-company";
import { may, permission } from "@/lib/domain/access/access";
import type { Company } from "@/lib/domain/company/company";
import { neededPermissions } from "@/lib/domain/conversion/needed-permissions";
import { type DomainError, Forbidden, NotFound } from "@/lib/domain/errors";
import { CallSet } from "./call-set";
import type { ConversionRequest, Outcome } from "./conversion-request";
import { Fold } from "./fold";

/** A company and the clock: whose calls, and when. Each request brings its own actor. */
export type Batch = { readonly company: Company; readonly now: () => Date };

/**
 * The one way a conversion is ever set or taken back: all requests in one transaction, in their order, also several
 * for one call. One request that is refused stops no other. Outcomes stand in the order of the requests.
 */
export function applyConversions(batch: Batch, requests: readonly ConversionRequest[]): Promise<Outcome[]> {
  return inCompanySql(batch.company.id, (tx) => applyConversionsIn(tx, batch, requests));
}

/** The same as part of a transaction that has more to do. */
export async function applyConversionsIn(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
): Promise<Outcome[]> {
  const { outcomes, save } = await decideConversions(tx, batch, requests);
  await save();
  return outcomes;
}

/** What comes of the requests, and how to write it down: that has to be done in the same transaction. */
export async function decideConversions(tx: SqlTx, batch: Batch, requests: readonly ConversionRequest[]) {
  const calls = new CallSet(await lockRequested(tx, batch.company, requests));
  const known = await readSurroundings(tx, calls.surroundingsOf(requests));
  const fold = new Fold(known, batch.now());
  const outcomes = requests.map((request) => attempt(calls, fold, request));
  return { outcomes, save: () => save(tx, calls, fold) };
}

function lockRequested(tx: SqlTx, { timeZone }: Company, requests: readonly ConversionRequest[]) {
  const ids = requests.flatMap(({ call }) => ("id" in call ? [call.id] : []));
  const uuids = requests.flatMap(({ call }) => ("uuid" in call ? [call.uuid] : []));
  return lockCalls(tx, ids, uuids, timeZone);
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
async function save(tx: SqlTx, calls: CallSet, fold: Fold): Promise<void> {
  await Promise.all([
    saveCalls(tx, calls.touched()),
    appendChanges(tx, fold.changes),
    mergeTokens(tx, fold.tokens()),
    recordEvents(tx, fold.events),
    fileInInbox(tx, fold.inbox),
  ]);
}
