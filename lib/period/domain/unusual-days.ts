/** A day of a month: calls converted for the buyer, and their revenue. */
export type DayFigures = {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly conversions: number;
  readonly revenueMinor: bigint;
};

export type UnusualDay = {
  readonly day: string;
  readonly measure: "conversions" | "revenue";
  /** Conversions, or minor units. */
  readonly value: number;
  /** The median of the same weekday in that month. */
  readonly usual: number;
};

/** A weekday with fewer days has no usual value. */
const DAYS_AT_LEAST = 3;
const SPREADS = 5;
const CONVERSIONS_AT_LEAST = 10;

/**
 * Days whose conversions or revenue are far from usual, the median of the same weekday in the month. Far means more
 * than five times the median distance of all days, more than half the usual value, and more than ten conversions, or
 * the average revenue of ten conversions.
 */
export function unusualDays(days: readonly DayFigures[]): UnusualDay[] {
  const conversions = days.reduce((sum, day) => sum + day.conversions, 0);
  const revenue = days.reduce((sum, day) => sum + Number(day.revenueMinor), 0);
  const average = conversions === 0 ? 0 : revenue / conversions;
  return [
    ...far(days, "conversions", (day) => day.conversions, CONVERSIONS_AT_LEAST),
    ...far(days, "revenue", (day) => Number(day.revenueMinor), CONVERSIONS_AT_LEAST * average),
  ].sort((one, other) => (one.day === other.day ? 0 : one.day < other.day ? -1 : 1));
}

function far(
  days: readonly DayFigures[],
  measure: UnusualDay["measure"],
  figure: (day: DayFigures) => number,
  atLeast: number,
): UnusualDay[] {
  const compared = weekdays(days)
    .filter((same) => same.length >= DAYS_AT_LEAST)
    .flatMap((same) => {
      const usual = median(same.map(figure));
      return same.map((day) => ({ day: day.day, measure, value: figure(day), usual }));
    });
  const spread = median(compared.map(({ value, usual }) => Math.abs(value - usual)));
  return compared.filter(
    ({ value, usual }) => Math.abs(value - usual) > Math.max(SPREADS * spread, Math.abs(usual) / 2, atLeast),
  );
}

function weekdays(days: readonly DayFigures[]): DayFigures[][] {
  const groups: DayFigures[][] = Array.from({ length: 7 }, () => []);
  for (const day of days) groups[new Date(day.day).getUTCDay()]?.push(day);
  return groups;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
