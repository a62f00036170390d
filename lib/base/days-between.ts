const DAY_MS = 24 * 60 * 60_000;

/** Every day from first to last, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS) days.push(dayText(at));
  return days;
}

export function dayBefore(day: string): string {
  return dayText(Date.parse(day) - DAY_MS);
}

export function dayAfter(day: string): string {
  return dayText(Date.parse(day) + DAY_MS);
}

function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
