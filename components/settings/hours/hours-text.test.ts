import { expect, test } from "vitest";
import { hoursLines, hoursText } from "./hours-text";

const row = (weekday: number, open = "09:00", close = "17:00") => ({ weekday, open, close });

test("days with equal hours share a line, Monday first", () => {
  expect(hoursLines([row(0, "10:00", "12:00"), row(1), row(2), row(3), row(5)])).toEqual([
    "Mon–Wed 09:00–17:00",
    "Fri 09:00–17:00",
    "Sun 10:00–12:00",
  ]);
});

test("several openings on one day share a line", () => {
  expect(hoursLines([row(1, "13:00", "17:00"), row(1, "09:00", "12:00")])).toEqual(["Mon 09:00–12:00, 13:00–17:00"]);
});

test("no rows mean always open", () => {
  expect(hoursText({ time_zone: "America/Denver", rows: [] })).toBe("always open");
  expect(hoursText({ time_zone: "America/Denver", rows: [row(6, "22:00", "02:00")] })).toBe(
    "Sat 22:00–02:00 (America/Denver)",
  );
});
