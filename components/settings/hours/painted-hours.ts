import { timeText } from "@/lib/evaluation/domain/business-hours";
import type { BusinessHours } from "@/lib/settings/contract/rule";

export type HoursRow = BusinessHours["rows"][number];
/** One flag per minute of the week, from Sunday 00:00. */
export type WeekMinutes = Uint8Array;
export type Cell = { readonly weekday: number; readonly from: number; readonly to: number };

const DAY = 1440;
const WEEK = 7 * DAY;

/** Minutes of the day; 24:00 is 1440. Null when the text is not a time. */
export function clockMinutes(text: string): number | null {
  if (text === "24:00") return DAY;
  const match = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** Incomplete rows open no minutes. */
export function minutesOf(rows: readonly HoursRow[]): WeekMinutes {
  const minutes = new Uint8Array(WEEK);
  for (const { weekday, open, close } of rows) {
    const [from, to] = [clockMinutes(open), clockMinutes(close)];
    if (from === null || to === null) continue;
    const length = to > from ? to - from : to + DAY - from;
    for (let minute = 0; minute < length; minute += 1) minutes[(weekday * DAY + from + minute) % WEEK] = 1;
  }
  return minutes;
}

/** The fewest rows for these minutes; overnight hours are one row of the opening day. */
export function rowsOf(minutes: WeekMinutes): HoursRow[] {
  const days = Array.from({ length: 7 }, (_, weekday) => runsOf(minutes, weekday));
  const carried = days.map((runs, weekday) => {
    const last = days[(weekday + 6) % 7]?.at(-1);
    const first = runs[0];
    return last && first && last.to === DAY && first.from === 0 && first.to <= last.from ? first.to : null;
  });
  return days.flatMap((runs, weekday) => {
    const own = carried[weekday] === null ? runs : runs.slice(1);
    const next = carried[(weekday + 1) % 7] ?? null;
    return own.map(({ from, to }, position) => {
      const runsOn = next !== null && position === own.length - 1 && to === DAY;
      return { weekday, open: timeText(from), close: timeText(runsOn ? next : to) };
    });
  });
}

function runsOf(minutes: WeekMinutes, weekday: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let minute = 0; minute < DAY; minute += 1) {
    if (!minutes[weekday * DAY + minute]) continue;
    const last = runs.at(-1);
    if (last && last.to === minute) last.to = minute + 1;
    else runs.push({ from: minute, to: minute + 1 });
  }
  return runs;
}

export function paint(minutes: WeekMinutes, cells: readonly Cell[], open: boolean): WeekMinutes {
  const painted = minutes.slice();
  for (const { weekday, from, to } of cells) painted.fill(open ? 1 : 0, weekday * DAY + from, weekday * DAY + to);
  return painted;
}

export function stateOf(minutes: WeekMinutes, { weekday, from, to }: Cell): "open" | "closed" | "partly" {
  const part = minutes.subarray(weekday * DAY + from, weekday * DAY + to);
  if (!part.includes(1)) return "closed";
  return part.includes(0) ? "partly" : "open";
}

/** Whether steps of this many minutes can show the rows exactly. */
export function fitsSteps(rows: readonly HoursRow[], step: number): boolean {
  return rows.every(
    ({ open, close }) => (clockMinutes(open) ?? 0) % step === 0 && (clockMinutes(close) ?? 0) % step === 0,
  );
}
