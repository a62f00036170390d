import { describe, expect, test } from "vitest";
import { addDays, dayNumber } from "@/lib/base/day";
import { localDay } from "@/lib/base/local-day";
import { heldSince, payableOf } from "./payable";

const MINIMUM = 5000n;
const payable = (earnedMinor: bigint, heldMinor: bigint, paidMinor: bigint) =>
  payableOf({ earnedMinor, heldMinor, paidMinor }, MINIMUM);

test.each([
  [20_000n, 3000n, 5000n, 12_000n, null],
  [20_000n, 3000n, 12_000n, 5000n, null],
  [20_000n, 3000n, 12_001n, 0n, "below_minimum"],
  [3000n, 3000n, 0n, 0n, "on_hold"],
  [20_000n, 0n, 20_000n, 0n, "all_paid"],
  [20_000n, 0n, 20_001n, 0n, "paid_ahead"],
  [-100n, 0n, 0n, 0n, "paid_ahead"],
  [0n, 0n, 0n, 0n, "nothing_earned"],
])("earned %d, held %d and paid %d leave %d payable (%s)", (earned, held, paid, now, why) => {
  expect(payable(earned, held, paid)).toMatchObject({ payableMinor: now, why });
});

describe("a payout is held for whole calendar days", () => {
  test.each([
    ["2026-03-08", 1, "2026-03-08"],
    ["2026-03-09", 7, "2026-03-03"],
    ["2026-11-01", 2, "2026-10-31"],
    ["2028-03-01", 2, "2028-02-29"],
    ["2026-03-01", 30, "2026-01-31"],
    ["2026-11-23", 0, "2026-11-24"],
  ])("on %s with %d days, payouts booked from %s on are held", (today, days, since) => {
    expect(heldSince(today, days)).toBe(since);
  });

  test("a payout is released that many days later, also across a clock change and a month end", () => {
    for (const booked of ["2026-02-25", "2026-03-07", "2026-03-08", "2026-10-31", "2026-11-01", "2028-02-28"]) {
      for (const days of [1, 7, 30, 45]) {
        expect(heldSince(addDays(booked, days - 1), days) <= booked).toBe(true);
        expect(heldSince(addDays(booked, days), days) > booked).toBe(true);
        expect(dayNumber(addDays(booked, days)) - dayNumber(booked)).toBe(days);
      }
    }
  });
});

test.each([
  ["2026-11-01T05:59:59Z", "America/Denver", "2026-10-31"],
  ["2026-11-01T06:00:00Z", "America/Denver", "2026-11-01"],
  ["2026-03-08T06:59:59Z", "America/Denver", "2026-03-07"],
  ["2026-12-31T12:30:00Z", "Pacific/Kiritimati", "2027-01-01"],
])("at %s the zone %s has the day %s", (at, zone, day) => {
  expect(localDay(new Date(at), zone)).toBe(day);
});
