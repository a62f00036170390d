import { expect, test } from "vitest";
import { atEnd, endAll } from "./at-end";

test("all clean-up runs once, even if requested twice or if some of it fails", async () => {
  let done = 0;
  atEnd(() => Promise.reject(new Error("stopped already")));
  atEnd(async () => {
    done += 1;
  });
  await Promise.all([endAll(), endAll()]);
  await endAll();
  expect(done).toBe(1);
});
