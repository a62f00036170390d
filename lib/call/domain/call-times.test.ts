import { describe, expect, test } from "vitest";
import { type CallTimes, liesInFuture, timeErrors, withDerivedSeconds } from "./call-times";

const at = (time: string) => new Date(`2026-11-23T${time}Z`);
const now = at("10:05:00");
const call: CallTimes = {
  startedAt: at("10:00:00"),
  answeredAt: null,
  endedAt: null,
  durationSeconds: null,
  connectedSeconds: null,
};

describe("missing seconds are derived from the times", () => {
  test("derived seconds are whole, counted from start and answer to the end", () => {
    const times = { ...call, answeredAt: at("10:00:06.500"), endedAt: at("10:01:30.400") };
    expect(withDerivedSeconds(times)).toEqual({ ...times, durationSeconds: 90, connectedSeconds: 83 });
  });

  test("a running call has no seconds yet, and an unanswered call no connected seconds", () => {
    expect(withDerivedSeconds({ ...call, answeredAt: at("10:00:06") })).toMatchObject({ durationSeconds: null });
    expect(withDerivedSeconds({ ...call, endedAt: at("10:00:20") })).toMatchObject({
      durationSeconds: 20,
      connectedSeconds: null,
    });
  });

  test("derived seconds never contradict the rounding of a provider", () => {
    const times = { ...call, answeredAt: at("10:00:00"), endedAt: at("10:01:29.400") };
    const roundedUp = withDerivedSeconds({ ...times, connectedSeconds: 90 });
    expect(roundedUp).toMatchObject({ durationSeconds: 90, connectedSeconds: 90 });
    const roundedDown = withDerivedSeconds({ ...times, durationSeconds: 60 });
    expect(roundedDown).toMatchObject({ durationSeconds: 60, connectedSeconds: 60 });
    const noLength = withDerivedSeconds({ ...times, endedAt: at("10:00:00.400"), connectedSeconds: 1 });
    expect(noLength).toMatchObject({ durationSeconds: 1, connectedSeconds: 1 });
  });

  test("reported seconds stay", () => {
    const times = { ...call, answeredAt: at("10:00:06"), endedAt: at("10:01:30"), durationSeconds: 300 };
    expect(withDerivedSeconds(times)).toMatchObject({ durationSeconds: 300, connectedSeconds: 84 });
  });
});

describe("times that are impossible for any call", () => {
  test.each([
    ["answered before it started", { answeredAt: at("09:59:59") }, "answered_at"],
    ["ended before it started", { endedAt: at("09:59:59") }, "ended_at"],
    ["ended before it was answered", { answeredAt: at("10:00:06"), endedAt: at("10:00:05") }, "ended_at"],
    ["ends in the future", { endedAt: at("10:10:01") }, "ended_at"],
    ["answered in the future", { answeredAt: at("10:10:01") }, "answered_at"],
    ["connected for longer than it lasted", { durationSeconds: 10, connectedSeconds: 11 }, "connected_seconds"],
  ])("%s", (_, facts, field) => {
    expect(Object.keys(timeErrors({ ...call, ...facts }, now))).toEqual([field]);
  });

  test.each([
    ["a call of no length", { answeredAt: at("10:00:00"), endedAt: at("10:00:00") }],
    ["connected for as long as it lasted", { durationSeconds: 10, connectedSeconds: 10 }],
    ["of a clock that runs five minutes ahead", { endedAt: at("10:10:00") }],
    ["connected, and nobody knows how long it lasted", { connectedSeconds: 10 }],
  ])("but %s is possible", (_, facts) => {
    expect(timeErrors({ ...call, ...facts }, now)).toEqual({});
  });
});

test("a time up to five minutes ahead is a clock difference, later is the future", () => {
  expect(liesInFuture(at("10:10:00"), now)).toBe(false);
  expect(liesInFuture(at("10:10:00.001"), now)).toBe(true);
  expect(Object.keys(timeErrors({ ...call, startedAt: at("10:10:01") }, now))).toContain("started_at");
});
