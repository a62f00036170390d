import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { sideBySide } from "./side-by-side.mjs";

const never = new AbortController().signal;

/** @param {AbortSignal} signal */
const longWork = (signal) => sleep(60_000, undefined, { signal });

test("results have the order of the works, whichever ends first", async () => {
  const slow = () => sleep(20, "slow");
  expect(await sideBySide(never, slow, async () => "fast")).toEqual(["slow", "fast"]);
});

test("if one fails, the other is stopped and the first reason is thrown", async () => {
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

test("an abort reaches both", async () => {
  const controller = new AbortController();
  const working = sideBySide(controller.signal, longWork, longWork);
  controller.abort();
  await expect(working).rejects.toThrow(/abort/i);
});
