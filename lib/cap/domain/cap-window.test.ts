import { describe, expect, test } from "vitest";
import type { Span } from "./cap";
import { windowOf } from "./cap-window";

const HOUR_MS = 3_600_000;
const window = (span: Span, timeZone: string, at: string) => {
  const { start, end } = windowOf(span, timeZone, new Date(at));
  return [start.toISOString().slice(0, 16), end?.toISOString().slice(0, 16) ?? null];
};
const hoursOf = (span: Span, timeZone: string, at: string) => {
  const { start, end } = windowOf(span, timeZone, new Date(at));
  return ((end?.getTime() ?? 0) - start.getTime()) / HOUR_MS;
};

const NEW_YORK = "America/New_York";
const LORD_HOWE = "Australia/Lord_Howe";

describe("a day lasts from local midnight to local midnight", () => {
  test.each([
    ["an ordinary one", NEW_YORK, "2026-11-23T17:00:00Z", 24],
    ["the one that loses an hour", NEW_YORK, "2026-03-08T17:00:00Z", 23],
    ["the one that gains one", NEW_YORK, "2026-11-01T17:00:00Z", 25],
    ["the one that gains half an hour", LORD_HOWE, "2026-04-05T00:00:00Z", 24.5],
    ["the one that loses half an hour", LORD_HOWE, "2026-10-04T00:00:00Z", 23.5],
    ["one without a midnight", "Africa/Cairo", "2026-04-24T09:00:00Z", 23],
    ["one a quarter of an hour off", "Asia/Kathmandu", "2026-11-23T17:00:00Z", 24],
  ])("%s: %s at %s", (_, timeZone, at, hours) => {
    expect(hoursOf("day", timeZone, at)).toBe(hours);
  });

  test("23:59:59 is in the window, midnight is in the next", () => {
    expect(window("day", NEW_YORK, "2026-11-24T04:59:59Z")).toEqual(["2026-11-23T05:00", "2026-11-24T05:00"]);
    expect(window("day", NEW_YORK, "2026-11-24T05:00:00Z")).toEqual(["2026-11-24T05:00", "2026-11-25T05:00"]);
  });

  test("a day without midnight starts at the next local time", () => {
    expect(window("day", "Africa/Cairo", "2026-04-24T09:00:00Z")).toEqual(["2026-04-23T22:00", "2026-04-24T21:00"]);
  });
});

describe("an hour is an hour of local time", () => {
  test("a repeated hour is two windows", () => {
    expect(window("hour", NEW_YORK, "2026-11-01T05:30:00Z")).toEqual(["2026-11-01T05:00", "2026-11-01T06:00"]);
    expect(window("hour", NEW_YORK, "2026-11-01T06:30:00Z")).toEqual(["2026-11-01T06:00", "2026-11-01T07:00"]);
  });

  test("the half-hour that Lord Howe repeats is a window of its own", () => {
    expect(window("hour", LORD_HOWE, "2026-04-04T14:50:00Z")).toEqual(["2026-04-04T14:00", "2026-04-04T15:00"]);
    expect(window("hour", LORD_HOWE, "2026-04-04T15:10:00Z")).toEqual(["2026-04-04T15:00", "2026-04-04T15:30"]);
    expect(window("hour", LORD_HOWE, "2026-04-04T15:30:00Z")).toEqual(["2026-04-04T15:30", "2026-04-04T16:30"]);
  });

  test("an hour of which Lord Howe skips half is half an hour long", () => {
    expect(window("hour", LORD_HOWE, "2026-10-03T15:35:00Z")).toEqual(["2026-10-03T15:30", "2026-10-03T16:00"]);
  });
});

test("a month is a calendar month, with leap days", () => {
  expect(window("month", NEW_YORK, "2028-02-29T12:00:00Z")).toEqual(["2028-02-01T05:00", "2028-03-01T05:00"]);
  expect(window("month", NEW_YORK, "2026-12-31T23:00:00Z")).toEqual(["2026-12-01T05:00", "2027-01-01T05:00"]);
  expect(hoursOf("month", NEW_YORK, "2026-11-15T00:00:00Z")).toBe(30 * 24 + 1);
});

test("the total has a single window", () => {
  expect(window("total", NEW_YORK, "2026-11-23T17:00:00Z")).toEqual(["1970-01-01T00:00", null]);
});

test("the windows of two years follow each other without gaps, and each contains its moments", () => {
  const zones = [NEW_YORK, LORD_HOWE, "Africa/Cairo", "Asia/Kathmandu", "Africa/Casablanca"];
  const faults = zones.flatMap((zone) => [...gapsOf("day", zone, 2028), ...gapsOf("month", zone, 2028)]);
  expect([...faults, ...gapsOf("hour", NEW_YORK, 2027), ...gapsOf("hour", LORD_HOWE, 2027)]).toEqual([]);
});

function gapsOf(span: Span, timeZone: string, untilYear: number): string[] {
  const faults: string[] = [];
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(untilYear, 0, 1); ) {
    const { start, end } = windowOf(span, timeZone, new Date(at));
    if (!end || start.getTime() > at || end.getTime() <= at) return [`${span} of ${timeZone} at ${new Date(at)}`];
    const last = windowOf(span, timeZone, new Date(end.getTime() - 1));
    const next = windowOf(span, timeZone, end);
    const isWhole = last.start.getTime() === start.getTime() && last.end?.getTime() === end.getTime();
    if (!isWhole || next.start.getTime() !== end.getTime()) faults.push(`${span} of ${timeZone} to ${end}`);
    at = end.getTime();
  }
  return faults;
}
