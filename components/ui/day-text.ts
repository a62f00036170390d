import { periodText } from "./period-text";

/** "2026-11-03" → "3 Nov 2026" */
export function shortDayText(day: string): string {
  return `${Number(day.slice(8))} ${periodText(day.slice(0, 7))}`;
}
