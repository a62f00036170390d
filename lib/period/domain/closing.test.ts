import { describe, expect, test } from "vitest";
import { localMonth } from "@/lib/base/local-month";
import { localTimeText } from "@/lib/base/local-time-text";
import { dayText, isMonth, lastDayOf, monthsBetween, monthsLater, monthText } from "@/lib/base/month";
import { type Books, oldestOpenMonth, stateOf, whyNotClosable } from "./closing";

const books = (fields: Partial<Books> = {}): Books => ({
  closedThrough: null,
  first: "2026-08",
  present: "2026-11",
  ...fields,
});

describe("which month can be closed", () => {
  test("before any closing: the first month with content", () => {
    expect(oldestOpenMonth(books())).toBe("2026-08");
    expect(whyNotClosable("2026-08", books())).toBeNull();
    expect(whyNotClosable("2026-09", books())).toEqual({ reason: "not_the_oldest", oldest: "2026-08" });
    expect(whyNotClosable("2026-07", books())).toEqual({ reason: "before_the_books", first: "2026-08" });
  });

  test("then the next month, even if it is empty", () => {
    const after = books({ closedThrough: "2026-08" });
    expect(whyNotClosable("2026-09", after)).toBeNull();
    expect(whyNotClosable("2026-10", after)).toEqual({ reason: "not_the_oldest", oldest: "2026-09" });
    expect(whyNotClosable("2026-08", after)).toEqual({ reason: "closed" });
    expect(whyNotClosable("2026-02", after)).toEqual({ reason: "closed" });
  });

  test("no month that has not ended, and none in empty books", () => {
    expect(whyNotClosable("2026-11", books({ closedThrough: "2026-10" }))).toEqual({ reason: "not_ended" });
    expect(whyNotClosable("2026-10", books({ first: null }))).toEqual({ reason: "nothing_booked" });
  });

  test("a month is open, ended or closed", () => {
    const states = ["2026-08", "2026-09", "2026-11"].map((month) =>
      stateOf(month, books({ closedThrough: "2026-08" })),
    );
    expect(states).toEqual(["closed", "ended", "open"]);
  });
});

describe("a month ends after its last millisecond in the company's zone", () => {
  test.each([
    ["America/Denver", "2026-11-01T05:59:59.999Z", "2026-10"],
    ["America/Denver", "2026-11-01T06:00:00.000Z", "2026-11"],
    ["Pacific/Kiritimati", "2026-10-31T09:59:59.999Z", "2026-10"],
    ["Pacific/Kiritimati", "2026-10-31T10:00:00.000Z", "2026-11"],
    ["Asia/Kathmandu", "2026-12-31T18:15:00.000Z", "2027-01"],
    ["America/Asuncion", "2017-10-01T03:59:59.999Z", "2017-09"],
    ["America/Asuncion", "2017-10-01T04:00:00.000Z", "2017-10"],
  ])("%s at %s shows %s", (zone, at, month) => {
    expect(localMonth(new Date(at), zone)).toBe(month);
  });
});

test("months are counted across years, and have leap days", () => {
  expect([monthsLater("2026-11", 2), monthsLater("2026-01", -1), monthsLater("2026-06", -30)]).toEqual([
    "2027-01",
    "2025-12",
    "2023-12",
  ]);
  expect([lastDayOf("2028-02"), lastDayOf("2026-02"), lastDayOf("2026-12")]).toEqual([
    "2028-02-29",
    "2026-02-28",
    "2026-12-31",
  ]);
  expect(monthsBetween("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  expect(["2026-10", "2026-13", "2026-1", "1969-12", "26-10", "2026-10-01"].map(isMonth)).toEqual([
    true,
    ...Array.from({ length: 5 }, () => false),
  ]);
});

test("months, days and times are formatted as text", () => {
  expect([monthText("2026-10"), dayText("2026-11-03")]).toEqual(["October 2026", "3 November 2026"]);
  expect(localTimeText(new Date("2026-11-01T05:59:59Z"), "America/Denver")).toBe("31 October 2026 at 23:59");
});
