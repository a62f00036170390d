import type { ProviderPost } from "../endpoints/plan-provider-posts";
import { MINUTE_MS } from "../local-time";
import type { Occurrence, PlannedCall } from "../story/planned-call";

export type Due = Occurrence & { readonly externalId: string };

/** What comes in and is said within the same few minutes: told at once, at the time of its last. */
export type Slot = Happenings & { readonly at: Date };

export type Happenings = {
  readonly arrived: readonly PlannedCall[];
  readonly due: readonly Due[];
  readonly providerPosts: readonly ProviderPost[];
};

/** Everything that is said about these calls, oldest first. */
export function dueFor(planned: readonly PlannedCall[]): Due[] {
  return planned
    .flatMap(({ call, occurrences }) => occurrences.map((each) => ({ ...each, externalId: call.external_id })))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** A call comes in when it is over; one that is running has come in already. */
export function arrival({ call }: PlannedCall): Date {
  return call.ended_at ?? call.started_at;
}

/** Slots of so many minutes in which anything happens, oldest first. */
export function slotsOf({ arrived, due, providerPosts }: Happenings, minutes: number): Slot[] {
  const slots = new Map<number, { arrived: PlannedCall[]; due: Due[]; providerPosts: ProviderPost[] }>();
  const slotAt = (time: Date) => {
    const key = Math.floor(time.getTime() / (minutes * MINUTE_MS));
    const slot = slots.get(key) ?? { arrived: [], due: [], providerPosts: [] };
    slots.set(key, slot);
    return slot;
  };
  for (const call of arrived) slotAt(arrival(call)).arrived.push(call);
  for (const each of due) slotAt(each.at).due.push(each);
  for (const each of providerPosts) slotAt(each.at).providerPosts.push(each);
  return [...slots].sort(([one], [other]) => one - other).map(([, slot]) => ({ ...slot, at: lastOf(slot) }));
}

function lastOf({ arrived, due, providerPosts }: Happenings): Date {
  const times = [...arrived.map(arrival), ...[...due, ...providerPosts].map(({ at }) => at)];
  return new Date(Math.max(...times.map((time) => time.getTime())));
}
