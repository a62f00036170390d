import { zoneFormat } from "./zone-format";

/** Local time in a zone. Weekday 0 is Sunday. */
export type WallClock = { readonly weekday: number; readonly minuteOfDay: number };

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const formatFor = zoneFormat({ weekday: "short", hour: "2-digit", minute: "2-digit" });

/** The local time of an instant in an IANA zone. A repeated hour occurs twice, a skipped hour never. */
export function wallClock(at: Date, timeZone: string): WallClock {
  // Cached: all rules of an evaluation use the same instant.
  const before = lastAsked.get(timeZone);
  if (before?.at === at.getTime()) return before.clock;
  const clock = read(at, timeZone);
  lastAsked.set(timeZone, { at: at.getTime(), clock });
  return clock;
}

const lastAsked = new Map<string, { readonly at: number; readonly clock: WallClock }>();

function read(at: Date, timeZone: string): WallClock {
  const shown = formatFor(timeZone).format(at);
  const match = /^(\w{3}),? ?(\d{2}):(\d{2})$/.exec(shown);
  if (!match) throw new Error(`the clock of ${timeZone} shows ${shown}`);
  return {
    weekday: WEEKDAYS.indexOf(match[1] ?? ""),
    minuteOfDay: Number(match[2]) * 60 + Number(match[3]),
  };
}
