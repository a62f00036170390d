/** What a buyer's webhook received in the last 30 days. */
export type Posts = {
  /** Posts of the buyer's own system: signed if a signature is required. */
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** All posts of the last seven days, also with a wrong signature. */
  readonly recent: { readonly count: number; readonly refused: number };
};

export type Silence = "silent" | "only_refused";

const HOUR_MS = 60 * 60_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** Most buyers pause at night, so less than a day is no silence. */
const AT_LEAST_MS = 24 * HOUR_MS;
const USUAL_GAPS = 5;
const POSTS_THAT_MAKE_A_HABIT = 5;
const REFUSALS_THAT_COUNT = 3;

/** Whether a person should contact the buyer; null if all is well. */
export function findSilence(posts: Posts, now: Date): Silence | null {
  const { count, refused } = posts.recent;
  if (count >= REFUSALS_THAT_COUNT && refused === count) return "only_refused";
  if (posts.count === 0) return null;
  const quietMs = now.getTime() - posts.lastAt.getTime();
  const usualMs = usualGapMs(posts);
  const unusual = usualMs !== null && quietMs >= USUAL_GAPS * usualMs && quietMs >= AT_LEAST_MS;
  return unusual || quietMs >= WEEK_MS ? "silent" : null;
}

/** The mean time between two posts in milliseconds; null with too few posts. */
export function usualGapMs({ count, firstAt, lastAt }: Posts): number | null {
  return count < POSTS_THAT_MAKE_A_HABIT ? null : (lastAt.getTime() - firstAt.getTime()) / (count - 1);
}
