import { expect, test } from "vitest";
import { giveUpAt, nextAttemptAt } from "./retry";
import { settle } from "./settle";

const NOW = new Date("2026-11-23T10:00:00Z");
const waits = (random: number) =>
  Array.from(
    { length: 14 },
    (_, failures) => (nextAttemptAt(failures + 1, NOW, random).getTime() - NOW.getTime()) / 1000,
  );

test("pauses double from 5 seconds to 4 hours", () => {
  expect(waits(0)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10240, 14400, 14400]);
});

test("chance shortens a pause by up to half, so that deliveries spread", () => {
  expect(waits(0.5).slice(0, 3)).toEqual([3.75, 7.5, 15]);
  expect(waits(0.999_999)[13]).toBeCloseTo(7200, 0);
});

const delivery = {
  subject: "call 1",
  number: 1,
  eventId: "e",
  body: "{}",
  attempt: 1,
  failures: 20,
  giveUpAt: giveUpAt(NOW),
};
const failed = {
  attemptedAt: NOW,
  milliseconds: 1,
  url: "",
  headers: {},
  status: 500,
  problem: "Answered 500.",
  answer: "",
};
const after = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

test("the last attempt is made after three days, and then the delivery is given up", () => {
  const attempted = { delivery, attempt: failed };
  expect(settle(attempted, after(70), 0)).toMatchObject({ state: "waiting", nextAttemptAt: after(72) });
  expect(settle(attempted, after(72), 0)).toMatchObject({ state: "given_up" });
  expect(settle({ delivery, attempt: { ...failed, problem: null } }, after(72), 0)).toMatchObject({
    state: "delivered",
  });
});
