import { expect, test } from "vitest";
import type { StatementStanding } from "@/lib/document/contract";
import { leftOver, sentParts, suggestedParts } from "./allocation-parts";

const statement = (number: number, due_on: string, open: string): StatementStanding => ({
  number,
  cycle_start: "2026-10-01",
  cycle_end: "2026-10-31",
  due_on,
  billed: open,
  open,
  days_overdue: 0,
});
const OPEN = [
  statement(1, "2026-10-31", "70.00"),
  statement(2, "2026-11-30", "50.00"),
  statement(3, "2026-12-31", "-30.00"),
];

test("the amount is split while it is typed, and the rest is shown below", () => {
  const parts = suggestedParts("100", true, OPEN, 2);
  expect(parts.map(({ amount }) => amount)).toEqual(["70.00", "50.00", "-20.00"]);
  expect(leftOver("100", true, parts, 2)).toBe("0.00");
  expect(leftOver("130.5", true, suggestedParts("130.5", true, OPEN, 2), 2)).toBe("10.50");
  expect(leftOver("10", true, parts, 2)).toBe("-90.00");
});

test("an incomplete amount splits nothing and shows no rest", () => {
  expect(suggestedParts("1o", true, OPEN, 2).every(({ amount }) => amount === "")).toBe(true);
  expect(leftOver("100", true, [{ statement: 1, amount: "7,0" }], 2)).toBeNull();
});

test("only statements with an amount are sent", () => {
  expect(
    sentParts(
      [
        { statement: 1, amount: "" },
        { statement: 2, amount: " 5.00" },
        { statement: 3, amount: "−1" },
      ],
      2,
    ),
  ).toEqual([
    { statement: "2", amount: "5.00" },
    { statement: "3", amount: "-1" },
  ]);
});

test("thousands separators are not sent", () => {
  expect(suggestedParts("1,000", true, OPEN, 2)[0]?.amount).toBe("70.00");
  expect(sentParts([{ statement: 1, amount: "1,250.00" }], 2)).toEqual([{ statement: "1", amount: "1250.00" }]);
});
