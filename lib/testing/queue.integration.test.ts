import { run } from "graphile-worker";
import { expect, test } from "vitest";

const connectionString = process.env.DATABASE_URL;

test("the server's role may use the queue: add a job, run it, keep a schedule", async () => {
  const seen: unknown[] = [];
  const runner = await run({
    connectionString,
    crontab: "* * * * * tick ?id=every_minute",
    taskList: {
      greet: async (payload) => void seen.push(payload),
      tick: async () => {},
    },
    noHandleSignals: true,
  });
  try {
    await runner.addJob("greet", { name: "Ada" });
    await expect.poll(() => seen, { timeout: 200_000 }).toEqual([{ name: "Ada" }]);
  } finally {
    await runner.stop();
  }
});
