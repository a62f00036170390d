import { expect, test } from "vitest";
import { atEnd, endAll } from "./at-end";

test("at the end all is done, once, whoever asks for it and whatever fails", async () => {
  let done = 0;
  atEnd(() => Promise.reject(new Error("stopped already")));
  atEnd(async () => {
    done += 1;
  });
  await Promise.all([endAll(), endAll()]);
  await endAll();
  expect(done).toBe(1);
});
