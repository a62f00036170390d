import type { CallRef } from "@/lib/call/domain/call-ref";
import type { CallState, Side } from "@/lib/call/domain/call-state";
import { findIdsOfUuids } from "@/lib/call/sql/find-ids-of-uuids";
import { readTranscripts } from "@/lib/call/sql/read-transcripts";
import { type Cap, shareOf } from "@/lib/cap/domain/cap";
import { windowOf } from "@/lib/cap/domain/cap-window";
import { type PartiesOfCall, touchedWindows, windowKey } from "@/lib/cap/domain/touched-windows";
import { lockUsage, readUsage } from "@/lib/cap/sql/lock-usage";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { StartOver } from "@/lib/platform/sql/start-over";
import { SettingsBook, type SettingsVersion } from "@/lib/settings/domain/settings-book";
import type { SettingsHeader } from "@/lib/settings/domain/settings-header";
import { matchPattern } from "@/lib/settings/match-pattern";
import { settingsVersions } from "@/lib/settings/settings-versions";
import type { Batch } from "./batch";
import type { Command } from "./domain/command";
import type { BatchContext, LoadedCall } from "./domain/context";
import type { ConversionRequest } from "./domain/request";
import { loadWaiting } from "./load-waiting";
import { holdCaps } from "./sql/hold-caps";
import { lockCallers, type NamedCall } from "./sql/lock-callers";
import { lockCalls, readCalls, readCallsOfCallers } from "./sql/lock-calls";
import { distinct, idsOf, readBatch, type WantedOfBatch } from "./sql/read-batch";
import { readEvents, type WantedEvent } from "./sql/read-events";
import { type CapWindow, readStoppedCalls } from "./sql/read-stopped-calls";

export type LoadOptions = {
  /** New calls, or calls with new facts: updates that wait for them are tried. */
  readonly arrivedCallIds?: readonly number[];
  /** For a preview: nothing is locked. */
  readonly preview?: boolean;
  /** Callers locked by `lockCallersAhead`, if calls were created since. */
  readonly callers?: ReadonlySet<string>;
};

/** A call needs a lock that comes before those already held, so the transaction must start over. */
export class LockMissed extends StartOver {
  constructor() {
    super("A call changed its buyer or its caller while its locks were taken. Begin again.");
  }
}

/**
 * Takes all locks in one order (callers, calls by id, cap usage, inbox), then reads everything that the requests are
 * decided on. Earlier reads, such as the search for a call, are checked again by the plan.
 */
export async function loadContext(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
  { arrivedCallIds = [], preview = false, callers: ahead }: LoadOptions = {},
): Promise<BatchContext> {
  const { company } = batch;
  const now = batch.now();
  const { calls, callers, hasTranscripts } = await loadCalls(tx, requests, arrivedCallIds, preview, ahead);
  const states = calls.map(({ state }) => state);
  const named = namedParties(requests, calls);
  const [read, events] = await Promise.all([
    readBatch(tx, wantedBy(states, named)),
    readEvents(tx, eventsOf(requests, calls)),
  ]);
  if (callers !== null && calls.some((call) => lacksCaller(call, callers, read.settings, named)))
    throw new LockMissed();

  const parties = partiesOfCalls(calls, requests);
  const windows = read.caps.length === 0 ? [] : touchedWindows(read.caps, parties);
  const [used, neighbors] = await Promise.all([
    preview ? readUsage(tx, windows) : lockUsage(tx, windows),
    readNeighbors(tx, calls, parties, requests, read.settings),
  ]);
  const stoppedByCaps = await readStoppedCalls(tx, windowsThatMayBeFreed(read.caps, states));
  const others = [...neighbors, ...stoppedByCaps.map(({ call }) => call)].map(({ state }) => state);
  const beside = others.length === 0 ? read : await readBatch(tx, wantedBy([...states, ...others], named));
  const moved = states.flatMap(({ id }) => (named.buyer.has(id) ? [id] : []));
  const waiting = await loadWaiting(tx, batch, [...new Set([...arrivedCallIds, ...moved])], { preview });
  const ofWaiting = waiting.flatMap(({ callIds, request }) =>
    callIds.flatMap((id) => eventsOf([{ ...request, call: { id } }], calls)),
  );
  const settings = await settingsVersions(tx, company, versionsInForce(beside.settings, parties, others));
  return {
    ...beside,
    company,
    now,
    calls: hasTranscripts ? calls : await withTranscripts(tx, calls, settings),
    neighbors,
    settings: new SettingsBook(settings),
    events: ofWaiting.length === 0 ? events : new Map([...events, ...(await readEvents(tx, ofWaiting))]),
    caps: read.caps,
    used,
    stoppedByCaps,
    waiting,
    matchPattern,
  };
}

type Locked = {
  readonly calls: readonly LoadedCall[];
  /** Locked caller hashes; null if nothing is locked. */
  readonly callers: ReadonlySet<string> | null;
  readonly hasTranscripts: boolean;
};

async function loadCalls(
  tx: SqlTx,
  requests: readonly ConversionRequest[],
  arrivedCallIds: readonly number[],
  preview: boolean,
  ahead: ReadonlySet<string> | undefined,
): Promise<Locked> {
  const refs: CallRef[] = [...requests.map(({ call }) => call), ...arrivedCallIds.map((id) => ({ id }))];
  const ids = refs.flatMap((ref) => ("id" in ref ? [ref.id] : []));
  const uuids = refs.flatMap((ref) => ("uuid" in ref ? [ref.uuid] : []));
  // Facts are merged with the transcript; other commands need it only where settings look for phrases.
  const hasTranscripts = requests.some(({ command }) => command.kind === "addFacts");
  if (preview) {
    const idsOfUuids = uuids.length === 0 ? [] : await findIdsOfUuids(tx, uuids);
    return { calls: await readCalls(tx, [...ids, ...idsOfUuids], hasTranscripts), callers: null, hasTranscripts };
  }
  const named = [
    ...requests.map(namedCall),
    ...arrivedCallIds.map((id) => ({ ref: { id }, buyerIds: [], callerHash: null })),
  ];
  const [callers, calls] = await Promise.all([
    ahead ?? lockCallersAhead(tx, named),
    lockCalls(tx, ids, uuids, hasTranscripts),
  ]);
  return { calls, callers, hasTranscripts };
}

/** Takes the locks that come before those on calls. For code that inserts calls, because a new call is locked. */
export async function lockCallersAhead(tx: SqlTx, named: readonly NamedCall[]): Promise<ReadonlySet<string>> {
  const [, callers] = await Promise.all([holdCaps(tx), lockCallers(tx, named)]);
  return callers;
}

function namedCall({ call: ref, command }: Pick<ConversionRequest, "call" | "command">): NamedCall {
  const callerHash = command.kind === "addFacts" ? command.facts.callerHash : null;
  return { ref, buyerIds: namedBy(command, "buyer"), callerHash };
}

/** The parties that a command sets on a side. */
function namedBy(command: Command, side: Side): number[] {
  if (command.kind === "update" || command.kind === "restore") return distinct([command[side]?.partyId]);
  if (command.kind !== "addFacts" || command.facts.kind !== "fill") return [];
  return distinct([side === "buyer" ? command.facts.buyerId : command.facts.trafficSourceId]);
}

/** The parties named by requests, by call id. */
type NamedParties = Readonly<Record<Side, ReadonlyMap<number, readonly number[]>>>;

function namedParties(requests: readonly ConversionRequest[], calls: readonly LoadedCall[]): NamedParties {
  const idOf = new Map(calls.map(({ uuid, state }) => [uuid, state.id]));
  const of = (side: Side) => {
    const named = new Map<number, number[]>();
    for (const { call, command } of requests) {
      const ids = namedBy(command, side);
      const id = "id" in call ? call.id : idOf.get(call.uuid.toLowerCase());
      if (id !== undefined && ids.length > 0) named.set(id, [...(named.get(id) ?? []), ...ids]);
    }
    return named;
  };
  return { buyer: of("buyer"), offer: of("offer") };
}

function wantedBy(states: readonly CallState[], named: NamedParties): WantedOfBatch {
  const ids = idsOf(states);
  return {
    ...ids,
    buyerIds: distinct([...ids.buyerIds, ...[...named.buyer.values()].flat()]),
    sourceIds: distinct([...ids.sourceIds, ...[...named.offer.values()].flat()]),
  };
}

function eventsOf(requests: readonly ConversionRequest[], calls: readonly LoadedCall[]): WantedEvent[] {
  const idOf = new Map(calls.map(({ uuid, state }) => [uuid, state.id]));
  return requests.flatMap(({ call, command }) => {
    const callId = "id" in call ? call.id : idOf.get(call.uuid.toLowerCase());
    if (callId === undefined || command.kind !== "update" || !command.event) return [];
    return [{ ...command.event, callId, mechanism: command.mechanism }];
  });
}

/** Whether a duplicate window looks at the call, by its parties under the lock, and its caller is not locked. */
function lacksCaller(
  { state, callerHash }: LoadedCall,
  callers: ReadonlySet<string>,
  settings: readonly SettingsHeader[],
  named: NamedParties,
): boolean {
  if (callerHash === null || callers.has(callerHash)) return false;
  const buyers = distinct([state.buyer.partyId, ...(named.buyer.get(state.id) ?? [])]);
  return settings.some(
    ({ side, ownerId, duplicateWindowSeconds }) =>
      duplicateWindowSeconds > 0 && (side === "buyer" ? buyers.includes(ownerId) : ownerId === state.offerId),
  );
}

/** Each call with its current and possible parties, also at the start that an integration may correct it to. */
function partiesOfCalls(calls: readonly LoadedCall[], requests: readonly ConversionRequest[]): PartiesOfCall[] {
  const named = namedParties(requests, calls);
  const parties = calls.map(({ uuid, state }) => ({
    uuid,
    call: state,
    buyer: new Set(distinct([state.buyer.partyId, ...(named.buyer.get(state.id) ?? [])])),
    offer: new Set(distinct([state.offer.partyId, ...(named.offer.get(state.id) ?? [])])),
  }));
  const byRef = new Map<number | string, PartiesOfCall>(
    parties.flatMap(({ uuid, ...party }) => [
      [party.call.id, party],
      [uuid, party],
    ]),
  );
  const moved = requests.flatMap(({ call: ref, command }): PartiesOfCall[] => {
    const loaded = byRef.get("id" in ref ? ref.id : ref.uuid.toLowerCase());
    if (!loaded || command.kind !== "addFacts" || command.facts.kind !== "report") return [];
    const { startedAt } = command.facts.after;
    return startedAt === null ? [] : [{ ...loaded, call: { ...loaded.call, startedAt } }];
  });
  return [...parties, ...moved];
}

/** Other calls of the same callers, as far back and ahead as any duplicate window looks. */
async function readNeighbors(
  tx: SqlTx,
  calls: readonly LoadedCall[],
  parties: readonly PartiesOfCall[],
  requests: readonly ConversionRequest[],
  settings: readonly SettingsHeader[],
): Promise<LoadedCall[]> {
  const seconds = Math.max(0, ...settings.map(({ duplicateWindowSeconds }) => duplicateWindowSeconds));
  const callers = [
    ...calls.map(({ callerHash }) => callerHash),
    ...requests.map(({ command }) => (command.kind === "addFacts" ? command.facts.callerHash : null)),
  ].filter((hash) => hash !== null);
  if (seconds === 0 || callers.length === 0) return [];
  const starts = parties.map(({ call }) => call.startedAt.getTime());
  const range = {
    from: new Date(Math.min(...starts) - seconds * 1000),
    until: new Date(Math.max(...starts) + seconds * 1000),
  };
  const own = new Set(calls.map(({ state }) => state.id));
  const related = await readCallsOfCallers(tx, { callers: [...new Set(callers)], ...range });
  return related.filter(({ state }) => !own.has(state.id));
}

/** Windows of stopping caps that a call of the batch uses and may give back. */
function windowsThatMayBeFreed(caps: readonly Cap[], states: readonly CallState[]): CapWindow[] {
  const windows = caps.flatMap((cap) =>
    states.flatMap((state): CapWindow[] => {
      if (!cap.stopsAutomatic || shareOf(cap, state) === 0n) return [];
      return [{ cap, window: windowOf(cap.span, cap.timeZone, state.startedAt) }];
    }),
  );
  return [...new Map(windows.map((window) => [windowKey(window.cap.id, window.window.start), window])).values()];
}

/** The settings versions that decide these calls. */
function versionsInForce(
  headers: readonly SettingsHeader[],
  parties: readonly PartiesOfCall[],
  others: readonly CallState[],
): SettingsHeader[] {
  if (headers.length === 0) return [];
  const newestFirst = headers.toSorted(
    (one, other) => +other.validFrom - +one.validFrom || other.version - one.version,
  );
  const wanted = new Map<number, SettingsHeader>();
  const add = (side: Side, ownerId: number, startedAt: Date) => {
    const inForce = newestFirst.find(
      (version) => version.side === side && version.ownerId === ownerId && version.validFrom <= startedAt,
    );
    if (inForce) wanted.set(inForce.id, inForce);
  };
  for (const { call, buyer } of parties) {
    add("offer", call.offerId, call.startedAt);
    for (const id of buyer) add("buyer", id, call.startedAt);
  }
  for (const { offerId, buyer, startedAt } of others) {
    add("offer", offerId, startedAt);
    if (buyer.partyId !== null) add("buyer", buyer.partyId, startedAt);
  }
  return [...wanted.values()];
}

async function withTranscripts(
  tx: SqlTx,
  calls: readonly LoadedCall[],
  settings: readonly SettingsVersion[],
): Promise<readonly LoadedCall[]> {
  if (!settings.some(({ mechanisms }) => (mechanisms.voiceAgent?.phrases.length ?? 0) > 0)) return calls;
  const transcripts = await readTranscripts(
    tx,
    calls.map(({ state }) => state.id),
  );
  return calls.map((call) => ({ ...call, facts: { ...call.facts, transcript: transcripts.get(call.state.id) ?? [] } }));
}
