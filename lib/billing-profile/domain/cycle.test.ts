import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/base/day";
import { firstOpenDay, lastEndedDay, uncoveredCycles } from "@/lib/statement/domain/due";
import { cycleAround, cycleFrom, cyclesThrough } from "./cycle";
import { CYCLES } from "./cycles";

const day = fc.integer({ min: 0, max: 70_000 }).map(dayOf);
const cycle = fc.constantFrom(...CYCLES);

test.each([
  ["2026-11-23", "weekly", "2026-11-23", "2026-11-29"],
  ["2026-11-29", "weekly", "2026-11-23", "2026-11-29"],
  ["1970-01-05", "biweekly", "1970-01-05", "1970-01-18"],
  ["2026-11-23", "biweekly", "2026-11-23", "2026-12-06"],
  ["2028-02-10", "monthly", "2028-02-01", "2028-02-29"],
  ["2026-12-31", "monthly", "2026-12-01", "2026-12-31"],
] as const)("%s is in the %s cycle from %s to %s", (at, of, start, end) => {
  expect(cycleAround(at, of)).toEqual({ start, end });
});

test("every day of a cycle is in that same cycle", () => {
  fc.assert(
    fc.property(day, cycle, fc.nat(30), (at, of, more) => {
      const around = cycleAround(at, of);
      expect(around.start <= at && at <= around.end).toBe(true);
      const other = addDays(around.start, more);
      if (other <= around.end) expect(cycleAround(other, of)).toEqual(around);
    }),
  );
});

test("cycles follow each other without gap or overlap, also where the cycle setting changes", () => {
  fc.assert(
    fc.property(day, fc.array(fc.tuple(cycle, fc.integer({ min: 1, max: 90 })), { maxLength: 6 }), (first, changes) => {
      let lastEnd: string | null = null;
      let today = first;
      for (const [of, days] of changes) {
        today = addDays(today, days);
        for (const { start, end } of uncoveredCycles({ lastEnd, firstDay: first, cycle: of }, lastEndedDay(today))) {
          if (lastEnd === null) expect(start <= first).toBe(true);
          else expect(start).toBe(addDays(lastEnd, 1));
          expect(end >= start && end < today).toBe(true);
          expect(end).toBe(cycleFrom(start, of).end);
          lastEnd = end;
        }
      }
    }),
  );
});

describe("which cycles may be issued", () => {
  test("a cycle may be issued once it has ended, up to the requested day", () => {
    expect(lastEndedDay("2026-11-01")).toBe("2026-10-31");
    expect(lastEndedDay("2026-11-01", "2026-10-18")).toBe("2026-10-18");
    expect(cyclesThrough("2026-10-01", "2026-10-30", "monthly")).toEqual([]);
    expect(cyclesThrough("2026-10-01", "2026-10-31", "monthly")).toHaveLength(1);
  });

  test("a shorter cycle joins two cycle settings", () => {
    expect(uncoveredCycles({ lastEnd: "2026-10-31", firstDay: null, cycle: "weekly" }, "2026-11-08")).toEqual([
      { start: "2026-11-01", end: "2026-11-01" },
      { start: "2026-11-02", end: "2026-11-08" },
    ]);
  });

  test("the oldest open month follows the last closed one", () => {
    expect(firstOpenDay(null)).toBe(null);
    expect(firstOpenDay("2026-12-01")).toBe("2027-01-01");
  });
});
