import { expect, test } from "vitest";
import { BusyClient } from "@/lib/testing/busy-client";
import { demo } from "./support/demo";
import { callOf, givenCall } from "./support/given-call";
import { ownServer } from "./support/own-server";

const CLIENTS = 16;

test("a server that ends under load answers every accepted request, saves what it answered, and ends within two seconds", async () => {
  const server = await ownServer();
  const calls = await Promise.all(Array.from({ length: CLIENTS }, () => givenCall(demo)));
  const clients = calls.map(({ uuid }) => {
    let converted = false;
    const flip = () => {
      converted = !converted;
      return `/api/v1/secure/${demo.secure_token}/calls/${uuid}?buyer_converted=${converted}`;
    };
    return new BusyClient(server.port, flip, { method: "PUT" });
  });
  const running = clients.map((client) => client.run());
  await expect.poll(() => clients.every(({ statuses }) => statuses.length > 5), { timeout: 60_000 }).toBe(true);

  const begun = performance.now();
  await server.end();
  const took = performance.now() - begun;
  await Promise.all(running);
  expect(clients.map(({ cut }) => cut)).toEqual(clients.map(() => 0));
  expect(new Set(clients.flatMap(({ statuses }) => statuses))).toEqual(new Set([200]));
  const versions = await Promise.all(calls.map(async ({ id }) => (await callOf(demo, id)).version));
  expect(versions).toEqual(clients.map(({ statuses }) => statuses.length));
  expect(took).toBeLessThan(2_000);
});
