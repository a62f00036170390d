export type MonthlySum = {
  readonly account: string /** The first day of the month. */;
  readonly month: string;
  readonly netMinor: bigint;
};
export type Standing = { readonly account: string; readonly netMinor: bigint };

type Bounds = {
  /** First day of the last closed month. */
  readonly closedThrough: string | null;
  /** The last booking day. */
  readonly last: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

/**
 * The last day of each closed month that is completely exported, and the last day of all, with the balances at its end.
 */
export function* assertedDays(
  sums: readonly MonthlySum[],
  { closedThrough, last, from, to }: Bounds,
): Generator<{ readonly day: string; readonly standing: readonly Standing[] }> {
  const running = new Map<string, bigint>();
  const standing = () => [...running].map(([account, netMinor]) => ({ account, netMinor }));
  for (const [position, { account, month, netMinor }] of sums.entries()) {
    running.set(account, (running.get(account) ?? 0n) + netMinor);
    const day = lastDayOf(month);
    const isWhole = sums[position + 1]?.month !== month && (to === null || day <= to) && (from === null || day >= from);
    if (isWhole && closedThrough !== null && month <= closedThrough) yield { day, standing: standing() };
  }
  const end = to ?? last;
  if (end !== null && running.size > 0) yield { day: later(end, from), standing: standing() };
}

function later(day: string, other: string | null): string {
  return other !== null && other > day ? other : day;
}

function lastDayOf(month: string): string {
  const next = new Date(`${month}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1, 0);
  return next.toISOString().slice(0, 10);
}
