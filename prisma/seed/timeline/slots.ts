import type { ProviderPost } from "../endpoints/plan-provider-posts";
import { MINUTE_MS } from "../local-time";
import type { Occurrence, PlannedCall } from "../story/planned-call";

export type Due = Occurrence & { readonly externalId: string };

/** What happens within the same few minutes. It is played together, at the time of the last event. */
export type Slot = Happenings & { readonly at: Date };

export type Happenings = {
  readonly arrivedCalls: readonly PlannedCall[];
  readonly due: readonly Due[];
  readonly providerPosts: readonly ProviderPost[];
};

/** Everything that happens to these calls, oldest first. */
export function dueFor(planned: readonly PlannedCall[]): Due[] {
  return planned
    .flatMap(({ call, occurrences }) =>
      occurrences.map((occurrence) => ({ ...occurrence, externalId: call.external_id })),
    )
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** A call arrives when it is over; a running one has arrived already. */
export function arrival({ call }: PlannedCall): Date {
  return call.ended_at ?? call.started_at;
}

/** Slots of this many minutes with content, oldest first. */
export function slotsOf({ arrivedCalls, due, providerPosts }: Happenings, minutes: number): Slot[] {
  const slots = new Map<number, { arrivedCalls: PlannedCall[]; due: Due[]; providerPosts: ProviderPost[] }>();
  const slotAt = (time: Date) => {
    const key = Math.floor(time.getTime() / (minutes * MINUTE_MS));
    const slot = slots.get(key) ?? { arrivedCalls: [], due: [], providerPosts: [] };
    slots.set(key, slot);
    return slot;
  };
  for (const call of arrivedCalls) slotAt(arrival(call)).arrivedCalls.push(call);
  for (const event of due) slotAt(event.at).due.push(event);
  for (const providerPost of providerPosts) slotAt(providerPost.at).providerPosts.push(providerPost);
  return [...slots].sort(([one], [other]) => one - other).map(([, slot]) => ({ ...slot, at: lastOf(slot) }));
}

function lastOf({ arrivedCalls, due, providerPosts }: Happenings): Date {
  const times = [...arrivedCalls.map(arrival), ...[...due, ...providerPosts].map(({ at }) => at)];
  return new Date(Math.max(...times.map((time) => time.getTime())));
}
