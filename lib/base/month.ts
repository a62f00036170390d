/** A calendar month of the books, `YYYY-MM`. Months compare as strings. */
export type Month = string;

const NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export function isMonth(text: string): text is Month {
  return /^(19[7-9]\d|2[01]\d\d)-(0[1-9]|1[0-2])$/.test(text);
}

/** `count` months later, or earlier if negative. */
export function monthsLater(month: Month, count: number): Month {
  const [year = 0, place = 1] = month.split("-").map(Number);
  const months = year * 12 + place - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** The first day of the month. */
export function firstDayOf(month: Month): string {
  return `${month}-01`;
}

/** The last day of the month. */
export function lastDayOf(month: Month): string {
  return `${month}-${String(daysOf(month)).padStart(2, "0")}`;
}

function daysOf(month: Month): number {
  const [year = 0, place = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, place, 0)).getUTCDate();
}

/** Both ends included, oldest first. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = monthsLater(month, 1)) months.push(month);
  return months;
}

/** "2026-10" → "October 2026" */
export function monthText(month: Month): string {
  const [year, place] = month.split("-");
  return `${NAMES[Number(place) - 1]} ${year}`;
}

/** "2026-11-03" → "3 November 2026" */
export function dayText(day: string): string {
  return `${Number(day.slice(8))} ${monthText(day.slice(0, 7))}`;
}
