/** What a buyer's address received in the last thirty days. */
export type Posts = {
  /** Those that the buyer's own system made: signed where a signature is asked for. */
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** Of all that arrived in the last seven days, also with a wrong signature. */
  readonly recent: { readonly count: number; readonly refused: number };
};

export type Silence = "silent" | "only_refused";

const HOUR_MS = 60 * 60_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** Most buyers sleep at night: less than a day is no silence, however busy they are by day. */
const AT_LEAST_MS = 24 * HOUR_MS;
const USUAL_GAPS = 5;
const POSTS_THAT_MAKE_A_HABIT = 5;
const REFUSALS_THAT_COUNT = 3;

/** Whether somebody should ring the buyer up; null where all is well. */
export function findSilence(posts: Posts, now: Date): Silence | null {
  const { count, refused } = posts.recent;
  if (count >= REFUSALS_THAT_COUNT && refused === count) return "only_refused";
  if (posts.count === 0) return null;
  const quietMs = now.getTime() - posts.lastAt.getTime();
  const usualMs = usualGapMs(posts);
  const unusual = usualMs !== null && quietMs >= USUAL_GAPS * usualMs && quietMs >= AT_LEAST_MS;
  return unusual || quietMs >= WEEK_MS ? "silent" : null;
}

/** The mean time between two posts; null where there are too few to speak of a habit. */
export function usualGapMs({ count, firstAt, lastAt }: Posts): number | null {
  return count < POSTS_THAT_MAKE_A_HABIT ? null : (lastAt.getTime() - firstAt.getTime()) / (count - 1);
}
