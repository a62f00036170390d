import type { SqlTx } from "@/lib/db/in-company";
import { moveUnbilled } from "@/lib/db/ledger/move-unbilled";
import { lockSourceCalls, type SavedFacts, saveToldFacts } from "@/lib/db/webhooks/source-calls";
import { localDay } from "@/lib/domain/accounts/local-day";
import { joinSourceFacts, sameFacts } from "@/lib/domain/call/join-source-facts";
import type { SourceFacts } from "@/lib/domain/call/merge-reports";
import { callerHash } from "../call/caller-hash";
import { moveInCaps } from "../caps/move-in-caps";
import type { Batch } from "../conversion/apply-conversions";
import type { TakenReport } from "./apply-reports";
import { callerOf, timeProblem } from "./make-calls";

/** A known call, and what its source had said of it before and says now. */
export type ToUpdate = {
  readonly callKey: string;
  readonly id: number;
  readonly before: SourceFacts;
  readonly after: SourceFacts;
};

/** Brings calls up to date with their sources, where that changes anything and can be true. Answers by the source's name. */
export async function updateCalls(
  tx: SqlTx,
  { company, now }: Batch,
  known: readonly ToUpdate[],
): Promise<ReadonlyMap<string, TakenReport>> {
  const calls = await lockSourceCalls(
    tx,
    known.map(({ id }) => id),
  );
  const startOf = new Map([...calls].map(([id, { startedAt }]) => [id, startedAt]));
  const saved = new Map<number, SavedFacts>();
  const taken = new Map<string, TakenReport>();
  for (const { callKey, id, before, after } of known) {
    const call = calls.get(id);
    if (!call) continue;
    const joined = joinSourceFacts(call, before, { ...after, caller: callerOf(after) });
    const problem = timeProblem(joined, now());
    const unchanged = sameFacts(toldFactsOf(call), joined);
    taken.set(callKey, { state: problem ? "refused" : unchanged ? "unchanged" : "updated", callId: id, problem });
    if (problem !== null || unchanged) continue;
    calls.set(id, { ...call, ...joined });
    const { caller } = joined;
    const hash = caller === null ? null : Buffer.from(callerHash(tx.company, caller)).toString("hex");
    saved.set(id, { ...joined, id, callerHash: hash });
  }
  const corrected = [...saved.values()].filter(
    ({ id, startedAt }) => startOf.get(id)?.getTime() !== startedAt.getTime(),
  );
  await moveInCaps(tx, company, corrected);
  await saveToldFacts(tx, [...saved.values()]);
  await moveUnbilled(
    tx,
    corrected.map(({ id, startedAt }) => ({ callId: id, serviceDate: localDay(startedAt, company.timeZone) })),
  );
  return taken;
}

function toldFactsOf<Call extends { id: number; uuid: string; externalId: string | null }>(call: Call) {
  const { id, uuid, externalId, ...facts } = call;
  return facts;
}
