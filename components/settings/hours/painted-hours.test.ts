import fc from "fast-check";
import { expect, test } from "vitest";
import { clockMinutes, fitsSteps, minutesOf, paint, rowsOf, stateOf } from "./painted-hours";

const MONDAY = 1;

test("painted minutes become rows, and the rows give the same minutes", () => {
  const nine = { weekday: MONDAY, from: 540, to: 600 };
  const ten = { weekday: MONDAY, from: 600, to: 660 };
  expect(rowsOf(paint(minutesOf([]), [nine, ten], true))).toEqual([{ weekday: 1, open: "09:00", close: "11:00" }]);
});

test("any rows survive conversion to minutes and back", () => {
  const clock = fc.integer({ min: 0, max: 1439 }).map((minute) => {
    return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  });
  const row = fc.record({ weekday: fc.integer({ min: 0, max: 6 }), open: clock, close: clock });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const minutes = minutesOf(rows);
      expect(Buffer.compare(minutesOf(rowsOf(minutes)), minutes)).toBe(0);
    }),
  );
});

test.each([
  [[{ weekday: 6, open: "22:00", close: "02:00" }]],
  [[{ weekday: 1, open: "00:00", close: "24:00" }]],
  [
    [
      { weekday: 1, open: "00:00", close: "24:00" },
      { weekday: 2, open: "00:00", close: "24:00" },
    ],
  ],
  [
    [
      { weekday: 1, open: "09:00", close: "12:00" },
      { weekday: 1, open: "13:15", close: "17:45" },
    ],
  ],
])("%j are unchanged", (rows) => {
  expect(rowsOf(minutesOf(rows))).toEqual(rows);
});

test("overlapping rows are merged", () => {
  const rows = [
    { weekday: 1, open: "09:00", close: "12:00" },
    { weekday: 1, open: "11:00", close: "17:00" },
  ];
  expect(rowsOf(minutesOf(rows))).toEqual([{ weekday: 1, open: "09:00", close: "17:00" }]);
});

test("closing minutes leaves the others open", () => {
  const minutes = minutesOf([{ weekday: 1, open: "09:00", close: "17:00" }]);
  expect(rowsOf(paint(minutes, [{ weekday: 1, from: 720, to: 780 }], false))).toEqual([
    { weekday: 1, open: "09:00", close: "12:00" },
    { weekday: 1, open: "13:00", close: "17:00" },
  ]);
});

test("a cell is open, closed or partly open", () => {
  const minutes = minutesOf([{ weekday: 1, open: "09:15", close: "11:00" }]);
  const cell = (from: number) => stateOf(minutes, { weekday: 1, from, to: from + 60 });
  expect([cell(480), cell(540), cell(600)]).toEqual(["closed", "partly", "open"]);
});

test("quarter hours need finer steps than hours", () => {
  const rows = [{ weekday: 1, open: "09:00", close: "16:30" }];
  expect([fitsSteps(rows, 60), fitsSteps(rows, 30)]).toEqual([false, true]);
});

test("an incomplete row opens nothing", () => {
  expect(clockMinutes("9")).toBeNull();
  expect(rowsOf(minutesOf([{ weekday: 1, open: "9", close: "17:00" }]))).toEqual([]);
});
