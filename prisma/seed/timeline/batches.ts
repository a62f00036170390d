import { MINUTE_MS } from "../local-time";
import type { Occurrence, PlannedCall } from "../story/planned-call";

export type Due = Occurrence & { readonly externalId: string };

/** What is said within the same few minutes: one transaction, at the time of its last. */
export type Batch = { readonly at: Date; readonly due: readonly Due[] };

/** Everything that is said about these calls, oldest first. */
export function dueFor(planned: readonly PlannedCall[]): Due[] {
  return planned
    .flatMap(({ call, occurrences }) => occurrences.map((each) => ({ ...each, externalId: call.external_id })))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** Rounds of batches of so many minutes: those of one round share no call, so they may run side by side. */
export function roundsOf(due: readonly Due[], minutesABatch: number): Batch[][] {
  const rounds: Map<number, Due[]>[] = [];
  const turnOf = new Map<string, { slot: number; round: number }>();
  for (const each of due) {
    const slot = Math.floor(each.at.getTime() / (minutesABatch * MINUTE_MS));
    const last = turnOf.get(each.externalId);
    const round = last === undefined ? 0 : last.slot === slot ? last.round : last.round + 1;
    turnOf.set(each.externalId, { slot, round });
    const batches = rounds[round] ?? new Map<number, Due[]>();
    rounds[round] = batches;
    batches.set(slot, [...(batches.get(slot) ?? []), each]);
  }
  return rounds.map((batches) => [...batches.values()].map((each) => ({ at: lastOf(each), due: each })));
}

function lastOf(due: readonly Due[]): Date {
  return new Date(Math.max(...due.map(({ at }) => at.getTime())));
}
