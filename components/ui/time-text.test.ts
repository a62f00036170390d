import { describe, expect, test } from "vitest";
import { exactTime, longTime, relativeTime, shortTime } from "./time-text";

const at = new Date("2026-11-23T17:42:05Z");
const ms = (iso: string) => Date.parse(iso);

describe("a time as text", () => {
  test("is in the requested time zone", () => {
    expect(exactTime(at, "America/Denver")).toBe("Mon 23 Nov 2026, 10:42:05 (America/Denver, GMT−7)");
    expect(exactTime(at, "Asia/Kolkata")).toBe("Mon 23 Nov 2026, 23:12:05 (Asia/Kolkata, GMT+5:30)");
    expect(longTime(at, "Pacific/Auckland")).toBe("Tue 24 Nov 2026, 06:42");
  });

  test("midnight is 00, not 24", () => {
    expect(longTime(new Date("2026-09-01T00:05:00Z"), "UTC")).toBe("Tue 1 Sep 2026, 00:05");
  });

  test("both occurrences of a repeated hour differ", () => {
    expect(exactTime(new Date("2026-11-01T05:30:00Z"), "America/New_York")).toContain(
      "01:30:00 (America/New_York, GMT−4)",
    );
    expect(exactTime(new Date("2026-11-01T06:30:00Z"), "America/New_York")).toContain(
      "01:30:00 (America/New_York, GMT−5)",
    );
  });

  test("omits the year only in the current year of the zone", () => {
    expect(shortTime(at, "America/Denver", ms("2026-12-01T00:00:00Z"))).toBe("23 Nov, 10:42");
    expect(shortTime(at, "America/Denver", ms("2027-01-01T05:00:00Z"))).toBe("23 Nov, 10:42");
    expect(shortTime(at, "America/Denver", ms("2027-01-01T08:00:00Z"))).toBe("23 Nov 2026, 10:42");
  });
});

describe("a recent time", () => {
  test.each([
    ["2026-11-23T17:42:30Z", "just now"],
    ["2026-11-23T17:41:30Z", "just now"],
    ["2026-11-23T17:42:55Z", "1 min ago"],
    ["2026-11-23T18:41:00Z", "58 min ago"],
    ["2026-11-23T18:42:05Z", "1 h ago"],
    ["2026-11-24T17:42:04Z", "23 h ago"],
    ["2026-11-23T15:00:00Z", "in 2 h"],
  ])("seen at %s is %s", (now, words) => {
    expect(relativeTime(at, ms(now))).toBe(words);
  });

  test("is not recent after a day", () => {
    expect(relativeTime(at, ms("2026-11-24T17:42:05Z"))).toBeNull();
  });
});
