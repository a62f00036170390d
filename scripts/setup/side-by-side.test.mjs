import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { sideBySide } from "./side-by-side.mjs";

const never = new AbortController().signal;

/** @param {AbortSignal} signal */
const longWork = (signal) => sleep(60_000, undefined, { signal });

test("the results stand in the order of the works, whichever is done first", async () => {
  const slow = () => sleep(20, "slow");
  expect(await sideBySide(never, slow, async () => "fast")).toEqual(["slow", "fast"]);
});

test("where one fails the other is stopped, and it is the first reason that is thrown", async () => {
  let stopped = false;
  /** @param {AbortSignal} signal */
  const other = (signal) =>
    longWork(signal).catch((reason) => {
      stopped = true;
      throw reason;
    });
  const failing = () => Promise.reject(new Error("no database"));
  await expect(sideBySide(never, other, failing)).rejects.toThrow("no database");
  expect(stopped).toBe(true);
});

test("who asks all of it to stop is heard by each", async () => {
  const controller = new AbortController();
  const working = sideBySide(controller.signal, longWork, longWork);
  controller.abort();
  await expect(working).rejects.toThrow(/abort/i);
});
