import { Temporal } from "temporal-polyfill";
import { wallClock } from "@/lib/base/wall-clock";
import { windowOf } from "@/lib/cap/domain/cap-window";
import { serviceDateOf } from "@/lib/company/domain/service-date";
import type { Bench, Line } from "../bench";
import { interleaved } from "../measure/interleaved";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { ratio, ratioText } from "../measure/ratio";

type Clock = (at: Date, timeZone: string) => unknown;

/** How many calls a batch of conversions has. */
const CALLS = 1_000;
const ZONES = ["America/Denver", "Asia/Kathmandu", "Europe/Berlin"];
const DAY_MS = 24 * 60 * 60_000;
const SINCE = Date.UTC(2026, 9, 15);
/** Our own date arithmetic is kept only while it is this many times faster. */
const FASTER_AT_LEAST = 2;

/** What every call of a batch needs, with our own arithmetic and with Temporal. */
const COMPARED: Readonly<Record<string, { readonly own: Clock; readonly temporal: Clock }>> = {
  "service day": { own: serviceDateOf, temporal: (at, zone) => inZone(at, zone).toPlainDate().toString() },
  "business hours": {
    own: wallClock,
    temporal: (at, zone) => {
      const shown = inZone(at, zone);
      return { weekday: shown.dayOfWeek % 7, minuteOfDay: shown.hour * 60 + shown.minute };
    },
  },
  "cap window": {
    own: (at, zone) => windowOf("day", zone, at),
    temporal: (at, zone) => {
      const today = inZone(at, zone).toPlainDate();
      return [today, today.add({ days: 1 })].map((day) => day.toZonedDateTime(zone).epochMilliseconds);
    },
  },
};

/** Why the hot paths have their own arithmetic: the time of Temporal for a batch of calls, divided by ours. */
export const calendar: Bench = async ({ quick }) => {
  const lines: Line[] = [];
  for (const [what, { own, temporal }] of Object.entries(COMPARED)) {
    const times = await interleaved(quick ? 5 : 31, {
      own: everyDay(own),
      temporal: everyDay(temporal),
    });
    const slower = ratio(times.temporal, times.own);
    const saved = ((median(times.temporal) - median(times.own)) / CALLS) * 1000;
    lines.push({
      what: `Temporal ÷ own: ${what}`,
      measured: `${ratioText(slower)}, ${saved.toFixed(1)} µs a call`,
      target: `≥ ${FASTER_AT_LEAST}`,
      met: slower.median >= FASTER_AT_LEAST,
    });
  }
  return lines;
};

/** Uses the calls of one day, each time of the next day: caches per day help only within a day. */
function everyDay(clock: Clock): () => Promise<number> {
  let midnight = SINCE;
  return () => {
    midnight += DAY_MS;
    return milliseconds(async () => {
      for (let call = 0; call < CALLS; call += 1) {
        clock(new Date(midnight + Math.floor((call * DAY_MS) / CALLS)), ZONES[call % ZONES.length] ?? "UTC");
      }
    });
  };
}

function inZone(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}
