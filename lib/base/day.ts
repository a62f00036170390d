/** A calendar day, `YYYY-MM-DD`, without a zone. Days compare as texts. */
export type Day = string;

const DAY_MS = 86_400_000;

/** Days since 1970-01-01, a Thursday. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayOf(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

export function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other;
}
