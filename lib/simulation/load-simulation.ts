import type { Context } from "@/lib/access/context";
import type { Cap } from "@/lib/cap/domain/cap";
import { CapCounts } from "@/lib/cap/domain/cap-counts";
import { touchedWindows } from "@/lib/cap/domain/touched-windows";
import type { EvaluatedCall } from "@/lib/conversion/domain/evaluate-call";
import { readBatch } from "@/lib/conversion/sql/read-batch";
import { askedTokens } from "@/lib/evaluation/domain/asked-tokens";
import { duplicateWindow } from "@/lib/evaluation/domain/duplicate-window";
import type { Owner } from "@/lib/party/sql/lock-owner";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { SettingsBook, type SettingsVersion } from "@/lib/settings/domain/settings-book";
import type { SettingsHeader } from "@/lib/settings/domain/settings-header";
import { matchPattern } from "@/lib/settings/match-pattern";
import { settingsVersions } from "@/lib/settings/settings-versions";
import { SimulatedCallers } from "./domain/simulated-callers";
import type { SimulationContext } from "./domain/simulation";
import { readCallsOfCallers } from "./sql/calls-of-callers";
import { readInOrder } from "./sql/past-calls";
import type { Reads } from "./sql/simulated-calls";
import { readSimulatedParties } from "./sql/simulated-parties";
import { readUsageBeside } from "./sql/usage-beside";

export type LoadedSimulation = {
  readonly context: SimulationContext;
  readonly reads: Reads;
  /** Loads what the calls of a page need besides the shared data; called before they are simulated. */
  readonly prepare: (page: readonly EvaluatedCall[]) => Promise<void>;
};

/** Loads once what all simulated calls of an owner share, with the draft instead of its versions. */
export async function loadSimulation(
  tx: SqlTx,
  { company, now }: Context,
  owner: Owner,
  draft: SettingsVersion,
  from: Date,
): Promise<LoadedSimulation> {
  await readInOrder(tx);
  const read = await readBatch(tx, { ...(await readSimulatedParties(tx, owner, from)), callIds: [] });
  const others = draft.side === "buyer" ? read.settings.filter(({ side }) => side === "offer") : [];
  const versions = [draft, ...(await settingsVersions(tx, company, inForceSince(others, from)))];
  const windowSeconds = duplicateWindow(draft.mechanisms);
  const caps = read.caps.filter(({ stopsAutomatic }) => stopsAutomatic);
  const context = {
    company,
    now: now(),
    buyerAccounts: read.buyerAccounts,
    sourceAccounts: read.sourceAccounts,
    terms: read.terms,
    settings: new SettingsBook(versions),
    matchPattern,
    counts: new CapCounts(caps, []),
    callers: new SimulatedCallers(draft.side, windowSeconds),
  };
  const prepare = async (page: readonly EvaluatedCall[]) => {
    await learnUsage(tx, owner, from, caps, context, page);
    if (windowSeconds > 0) await learnCallers(tx, owner, from, windowSeconds, context, page);
  };
  return { context, reads: readsOf(versions, windowSeconds), prepare };
}

/** Versions of these owners that decide calls from a moment on. */
function inForceSince(headers: readonly SettingsHeader[], from: Date): SettingsHeader[] {
  const inForce = new Map<string, SettingsHeader>();
  for (const header of headers) {
    const key = `${header.side} ${header.ownerId}`;
    const cached = inForce.get(key);
    if (header.validFrom <= from && (!cached || isNewer(header, cached))) inForce.set(key, header);
  }
  return [...inForce.values(), ...headers.filter(({ validFrom }) => validFrom > from)];
}

function isNewer(one: SettingsHeader, other: SettingsHeader): boolean {
  return one.validFrom > other.validFrom || (+one.validFrom === +other.validFrom && one.version > other.version);
}

function readsOf(versions: readonly SettingsVersion[], windowSeconds: number): Reads {
  return {
    duplicates: windowSeconds > 0,
    tokens: versions.some(({ mechanisms }) => askedTokens(mechanisms).size > 0),
    transcripts: versions.some(({ mechanisms }) => (mechanisms.voiceAgent?.phrases.length ?? 0) > 0),
  };
}

async function learnUsage(
  tx: SqlTx,
  owner: Owner,
  from: Date,
  caps: readonly Cap[],
  { counts }: SimulationContext,
  page: readonly EvaluatedCall[],
): Promise<void> {
  if (caps.length === 0) return;
  const parties = page.map(({ state }) => ({
    call: state,
    buyer: partyOf(state.buyer.partyId),
    offer: partyOf(state.offer.partyId),
  }));
  const windows = touchedWindows(caps, parties).filter((window) => !counts.knows(window));
  counts.know(await readUsageBeside(tx, owner, from, windows));
}

function partyOf(partyId: number | null): ReadonlySet<number> {
  return new Set(partyId === null ? [] : [partyId]);
}

async function learnCallers(
  tx: SqlTx,
  owner: Owner,
  from: Date,
  windowSeconds: number,
  { callers }: SimulationContext,
  page: readonly EvaluatedCall[],
): Promise<void> {
  const first = page[0]?.state.startedAt ?? from;
  const looksBackTo = new Date(first.getTime() - windowSeconds * 1000);
  callers.forgetBefore(first);
  if (looksBackTo >= from) return;
  const hashes = new Set(page.flatMap(({ callerHash }) => callerHash ?? []).filter((hash) => !callers.knows(hash)));
  const related = await readCallsOfCallers(tx, owner, { hashes: [...hashes], from: looksBackTo, until: from });
  for (const [hash, calls] of related) callers.know(hash, calls);
}
