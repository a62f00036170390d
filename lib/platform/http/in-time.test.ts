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

test("items that arrive in time pass unchanged", async () => {
  expect(await all(inTime(coming("a", "b"), 60_000, overdue))).toEqual(["a", "b"]);
});

test("the limit covers the whole stream, however often an item arrives", async () => {
  const endless = async function* () {
    for (;;) yield await wait(1, "piece");
  };
  await expect(all(inTime(endless(), 50, overdue))).rejects.toThrow("too slow");
});

test("a stream that hangs is not waited for", async () => {
  await expect(all(inTime(coming("a", new Promise(() => {})), 5, overdue))).rejects.toThrow("too slow");
});

test("an error of the stream passes unchanged", async () => {
  await expect(all(inTime(coming("a", Promise.reject(new Error("cut"))), 60_000, overdue))).rejects.toThrow("cut");
});

test("stopping early stops the source", async () => {
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
