import { expect, test } from "vitest";
import { type CallSums, NO_CALLS } from "./call-sums";
import { sumsByTime } from "./sums-by-time";

const at = (time: string): [string, CallSums] => [String(Date.parse(time) / 1000), { ...NO_CALLS, calls: 1 }];
const counts = (times: string[], unit: "day" | "hour", zone: string) =>
  [...sumsByTime(times.map(at), unit, zone)].map(([name, { calls }]) => [name, calls]);

test("a day begins at the midnight of its zone", () => {
  const times = ["2026-11-23T06:45:00Z", "2026-11-23T07:00:00Z", "2026-11-22T07:00:00Z"];
  expect(counts(times, "day", "America/Denver")).toEqual([
    ["2026-11-22", 2],
    ["2026-11-23", 1],
  ]);
  expect(counts(["2026-11-23T18:15:00Z", "2026-11-23T18:00:00Z"], "day", "Asia/Kathmandu")).toEqual([
    ["2026-11-23", 1],
    ["2026-11-24", 1],
  ]);
});

test("hours are those of the zone, and a repeated hour is two", () => {
  expect(counts(["2026-11-23T18:15:00Z", "2026-11-23T18:45:00Z"], "hour", "Asia/Kathmandu")).toEqual([
    ["2026-11-23T18:15:00.000Z", 2],
  ]);
  // Clocks in Denver go from 01:59 back to 01:00.
  expect(counts(["2026-11-01T07:30:00Z", "2026-11-01T08:30:00Z"], "hour", "America/Denver")).toEqual([
    ["2026-11-01T07:00:00.000Z", 1],
    ["2026-11-01T08:00:00.000Z", 1],
  ]);
});
