import { expect, test, vi } from "vitest";
import { oneAtATime } from "./one-at-a-time";

test("two simultaneous calls run the work once", async () => {
  const run = oneAtATime();
  let finish = () => {};
  const send = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  const first = run(send);
  await run(send);
  expect(send).toHaveBeenCalledTimes(1);
  finish();
  await first;
  void run(send);
  expect(send).toHaveBeenCalledTimes(2);
});

test("work that failed doesn’t block the next", async () => {
  const run = oneAtATime();
  await expect(run(() => Promise.reject(new Error("unreachable")))).rejects.toThrow("unreachable");
  const again = vi.fn(() => Promise.resolve());
  await run(again);
  expect(again).toHaveBeenCalled();
});
