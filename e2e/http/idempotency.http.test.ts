import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { ConversionAnswer } from "@/lib/call/contract/call";
import { CreatedBuyer } from "@/lib/party/contract";
import { oneAddress } from "@/lib/testing/faults/one-address";
import { ask, read } from "./support/ask";
import { keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { everythingOf, type GivenCall, givenCall } from "./support/given-call";

import { ownServer } from "./support/own-server";

const CLIENTS = 8;
const UPDATES = 40;
const KILLED_AFTER = 10;
const TRY_AGAIN_MS = 50;

test("a server that is killed between loses no update and doubles none: every retry gets the first answer", async () => {
  const servers = [await ownServer(), await ownServer()] as const;
  const { port, close } = await oneAddress(servers.map((server) => server.port));
  onTestFinished(close);
  const calls = await Promise.all(Array.from({ length: CLIENTS }, () => givenCall(demo)));
  const done = calls.map(() => 0);
  const running = calls.map(async (call, client) => {
    for (let number = 0; number < UPDATES; number += 1) {
      const { changed, call: answered } = await untilAnswered(port, call, `${call.uuid}-${number}`, number % 2 === 0);
      expect([changed, answered.version]).toEqual([true, number + 1]);
      done[client] = number;
    }
  });
  await expect.poll(() => Math.min(...done), { timeout: 60_000, interval: 20 }).toBeGreaterThanOrEqual(KILLED_AFTER);
  servers[0].kill();
  await Promise.all(running);
  for (const { id } of calls) {
    const { call, changes } = await everythingOf(demo, id);
    expect([call.version, changes.length]).toEqual([UPDATES, UPDATES]);
  }
});

async function untilAnswered(port: number, { id }: GivenCall, key: string, converted: boolean) {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/calls/${id}?buyer_converted=${converted}`, {
      method: "PUT",
      headers: { ...keyOf(demo), "idempotency-key": key },
    }).catch(() => null);
    const text = await response?.text().catch(() => null);
    if (response?.status === 200 && text) return ConversionAnswer.parse(JSON.parse(text));
    await wait(TRY_AGAIN_MS);
  }
}

test("any write answers the same request the same, and 422 to another one", async () => {
  const headers = { ...keyOf(demo), "idempotency-key": `tamarack-${process.pid}-${Date.now()}` };
  const create = (name: string) => ask("POST", "/api/v1/buyers", { headers, json: { name } });
  const first = await create("Tamarack Gutters");
  const again = await create("Tamarack Gutters");
  expect(read(CreatedBuyer, again)).toEqual(read(CreatedBuyer, first));
  expect(again.headers.get("location")).toBe(first.headers.get("location"));
  expect(await create("Hemlock Gutters")).toMatchObject({
    status: 422,
    body: { errors: { "Idempotency-Key": expect.stringContaining("another request") } },
  });
});
