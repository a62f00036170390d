import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { ownServer } from "./support/own-server";

const A_MINUTE = 600;
const PART = 0.02;
const LEFT_MS = 20_000;

test("two servers count one key together", async () => {
  const env = { RATE_LIMITS: String(PART) };
  const [one, two] = [await ownServer(env), await ownServer(env)];
  const ask = ({ port }: { port: number }) =>
    fetch(`http://127.0.0.1:${port}/api/v1/calls/0`, { headers: keyOf(demo) });
  await withinOneMinute();
  for (let time = 0; time < A_MINUTE * PART; time += 1) expect((await ask(one)).status).toBe(404);
  const answer = await ask(one);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  await expect.poll(async () => (await ask(two)).status).toBe(429);
});

/** Counts begin again with each minute of the clock. */
async function withinOneMinute(): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < LEFT_MS) await wait(left);
}
