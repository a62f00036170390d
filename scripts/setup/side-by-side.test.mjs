import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { sideBySide } from "./side-by-side.mjs";

const never = new AbortController().signal;

test("the results stand in the order of the works, whichever is done first", async () => {
  const works = [async () => sleep(20, "slow"), async () => "fast"];
  expect(await sideBySide(never, works)).toEqual(["slow", "fast"]);
});

test("where one fails the other is stopped, and it is the first reason that is thrown", async () => {
  let stopped = false;
  const other = async (signal) => {
    await sleep(60_000, undefined, { signal }).catch((reason) => {
      stopped = true;
      throw reason;
    });
  };
  const failing = () => Promise.reject(new Error("no database"));
  await expect(sideBySide(never, [other, failing])).rejects.toThrow("no database");
  expect(stopped).toBe(true);
});

test("who asks all of it to stop is heard by each", async () => {
  const controller = new AbortController();
  const works = [1, 2].map(() => (signal) => sleep(60_000, undefined, { signal }));
  const working = sideBySide(controller.signal, works);
  controller.abort();
  await expect(working).rejects.toThrow(/abort/i);
});
