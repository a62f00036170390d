import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTime } from "./in-time";

const overdue = () => new Error("too slow");

async function* coming(...items: (string | Promise<string>)[]) {
  for (const item of items) yield await item;
}

const all = async (items: AsyncIterable<string>) => {
  const seen: string[] = [];
  for await (const item of items) seen.push(item);
  return seen;
};

test("what comes in time passes as it is", async () => {
  expect(await all(inTime(coming("a", "b"), 60_000, overdue))).toEqual(["a", "b"]);
});

test("the time is that of the whole, however often a piece comes", async () => {
  const endless = async function* () {
    for (;;) yield await wait(1, "piece");
  };
  await expect(all(inTime(endless(), 50, overdue))).rejects.toThrow("too slow");
});

test("what never comes is not waited for", async () => {
  await expect(all(inTime(coming("a", new Promise(() => {})), 5, overdue))).rejects.toThrow("too slow");
});

test("what breaks is told as it broke", async () => {
  await expect(all(inTime(coming("a", Promise.reject(new Error("cut"))), 60_000, overdue))).rejects.toThrow("cut");
});

test("who stops early stops the source", async () => {
  let stopped = false;
  const source = async function* () {
    try {
      for (;;) yield "piece";
    } finally {
      stopped = true;
    }
  };
  for await (const _ of inTime(source(), 60_000, overdue)) break;
  await expect.poll(() => stopped).toBe(true);
});
