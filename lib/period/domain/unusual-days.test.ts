import { describe, expect, test } from "vitest";
import { daysOfMonth } from "./days-of-month";
import { type DayFigures, unusualDays } from "./unusual-days";

/** October 2026 with this many conversions a day at 10.00, fewer at weekends, and exceptions by day. */
function october(usual: number, otherwise: Readonly<Record<string, Partial<DayFigures>>> = {}): DayFigures[] {
  return Array.from({ length: 31 }, (_, index) => {
    const day = `2026-10-${String(index + 1).padStart(2, "0")}`;
    const weekday = new Date(day).getUTCDay();
    const conversions = (weekday === 0 || weekday === 6 ? usual / 4 : usual) + (index % 3);
    return { day, conversions, revenueMinor: BigInt(conversions * 1000), ...otherwise[day] };
  });
}

describe("a day is unusual", () => {
  test("if it is far from others of its weekday: a quiet Sunday is not, a quiet Wednesday is", () => {
    expect(unusualDays(october(100))).toEqual([]);
    const actual = unusualDays(october(100, { "2026-10-14": { conversions: 3, revenueMinor: 3000n } }));
    expect(actual.map(({ day, measure, value: actual }) => [day, measure, actual])).toEqual([
      ["2026-10-14", "conversions", 3],
      ["2026-10-14", "revenue", 3000],
    ]);
    expect(actual[0]?.usual).toBeGreaterThan(99);
  });

  test("if its revenue is, although its conversions are not", () => {
    const actual = unusualDays(october(100, { "2026-10-20": { revenueMinor: 900_000n } }));
    expect(actual.map(({ day, measure }) => `${day} ${measure}`)).toEqual(["2026-10-20 revenue"]);
  });

  test("not if the difference is a few calls", () => {
    expect(unusualDays(october(8, { "2026-10-14": { conversions: 0, revenueMinor: 0n } }))).toEqual([]);
  });

  test("not if the month has too few days of that weekday", () => {
    expect(unusualDays(october(100, { "2026-10-08": { conversions: 0 } }).slice(0, 10))).toEqual([]);
  });
});

test("days without calls count, except before the first call and days that have not ended", () => {
  const figures = [{ day: "2026-10-05", conversions: 4, revenueMinor: 400n }];
  const days = daysOfMonth("2026-10", figures, { firstCall: "2026-10-04", today: "2026-10-08" });
  expect(days.map(({ day, conversions }) => `${day} ${conversions}`)).toEqual([
    "2026-10-04 0",
    "2026-10-05 4",
    "2026-10-06 0",
    "2026-10-07 0",
  ]);
  expect(daysOfMonth("2026-10", figures, { firstCall: "2020-01-01", today: "2027-01-01" })).toHaveLength(31);
  expect(daysOfMonth("2026-10", [], { firstCall: null, today: "2027-01-01" })).toEqual([]);
});
