import { expect, test } from "vitest";
import { instantInZone } from "./local-time";

const iso = (text: string, zone: string) => instantInZone(text, zone)?.toISOString();

test("local time of a zone, in summer and in winter", () => {
  expect(iso("2026-07-01 10:00:00", "America/New_York")).toBe("2026-07-01T14:00:00.000Z");
  expect(iso("2026-12-01 10:00:00", "America/New_York")).toBe("2026-12-01T15:00:00.000Z");
  expect(iso("2026-12-01 10:00:00", "Asia/Kathmandu")).toBe("2026-12-01T04:15:00.000Z");
  expect(iso("2026-12-31 23:59:59.5", "Pacific/Kiritimati")).toBe("2026-12-31T09:59:59.000Z");
});

test("a time in the repeated hour is its first occurrence, and times around it are unique", () => {
  expect(iso("2026-11-01 00:59:59", "America/New_York")).toBe("2026-11-01T04:59:59.000Z");
  expect(iso("2026-11-01 01:30:00", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
  expect(iso("2026-11-01 02:00:00", "America/New_York")).toBe("2026-11-01T07:00:00.000Z");
});

test("a time in the skipped hour is moved on", () => {
  expect(iso("2026-03-08 01:59:59", "America/New_York")).toBe("2026-03-08T06:59:59.000Z");
  expect(iso("2026-03-08 02:30:00", "America/New_York")).toBe("2026-03-08T07:30:00.000Z");
  expect(iso("2026-03-08 03:00:00", "America/New_York")).toBe("2026-03-08T07:00:00.000Z");
  expect(iso("2026-10-04 02:15:00", "Australia/Lord_Howe")).toBe("2026-10-03T15:45:00.000Z");
});

test.each(["2026-02-30 10:00:00", "2026-13-01 10:00:00", "2026-01-01 24:00:00", "01/02/2026", ""])(
  "%j is not a time",
  (text) => {
    expect(instantInZone(text, "UTC")).toBeUndefined();
  },
);

test("an unknown zone is rejected", () => {
  expect(() => instantInZone("2026-01-01 10:00:00", "Mars/Olympus")).toThrow(RangeError);
});
