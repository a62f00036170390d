import { DAY_MS, MINUTE_MS } from "../local-time";

/** A piece of the past: after `from`, up to `until`. */
export type Stretch = {
  readonly from: Date;
  readonly until: Date;
  readonly minutesASlot: number;
  readonly endsWithRollup: boolean;
};

/**
 * The last days are played in detail. Before them one rollup a day and slots of three hours are fast and detailed
 * enough.
 */
const CLOSELY_MS = 2 * DAY_MS;
const CLOSE = { stretchMs: DAY_MS / 2, minutesASlot: 10 };
const COARSE = { stretchMs: DAY_MS, minutesASlot: 180 };
/** Everything after the last rollup is pending when the demo starts. */
const LAST_ROLLUP_MS = 25 * MINUTE_MS;

export function stretchesUntil(now: Date, first: Date): Stretch[] {
  const lastRollup = now.getTime() - LAST_ROLLUP_MS;
  const stretches: Stretch[] = [];
  let from = first.getTime();
  while (from < lastRollup) {
    const { stretchMs, minutesASlot } = now.getTime() - from > CLOSELY_MS ? COARSE : CLOSE;
    const until = Math.min(from + stretchMs, lastRollup);
    stretches.push({ from: new Date(from), until: new Date(until), minutesASlot, endsWithRollup: true });
    from = until;
  }
  return [...stretches, { from: new Date(from), until: now, minutesASlot: 1, endsWithRollup: false }];
}

export function within({ from, until }: Stretch, time: Date): boolean {
  return time > from && time <= until;
}
