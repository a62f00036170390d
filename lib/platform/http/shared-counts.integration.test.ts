import { beforeEach, expect, test, vi } from "vitest";
import { prisma } from "@/lib/platform/sql/prisma";

const MINUTE = 29_000_000;

/** A server of its own: the module with counts of its own. */
async function givenServer() {
  vi.resetModules();
  const own = { counts: undefined as unknown };
  const { countRequests } = await import("./shared-counts");
  const state = globalThis as { callmarkMinute?: unknown };
  return async (key: string, minute = MINUTE) => {
    const before = state.callmarkMinute;
    state.callmarkMinute = own.counts;
    const counted = countRequests(minute, key);
    own.counts = state.callmarkMinute;
    state.callmarkMinute = before;
    return counted;
  };
}

beforeEach(async () => {
  await prisma().$executeRaw`delete from request_count`;
});

test("a server that is asked first knows what another has counted", async () => {
  const [one, two] = [await givenServer(), await givenServer()];
  for (let time = 0; time < 5; time += 1) await one("a key");
  await vi.waitFor(async () => expect(await total("a key")).toBe(5), 2_000);
  expect(await two("a key")).toBe(6);
  expect(await two("another key")).toBe(1);
});

test("what both count meanwhile is added up within a moment", async () => {
  const servers = [await givenServer(), await givenServer()] as const;
  for (const count of servers) await count("a key");
  for (let time = 0; time < 9; time += 1) for (const count of servers) await count("a key");
  await vi.waitFor(async () => expect(await total("a key")).toBe(20), 2_000);
  // Its next exchange tells it.
  await servers[0]("a key");
  await vi.waitFor(async () => expect(await total("a key")).toBe(21), 2_000);
  expect(await servers[0]("a key")).toBe(22);
});

test("a new minute begins at one, and the counts before the last are deleted", async () => {
  const count = await givenServer();
  await count("a key");
  expect(await count("a key", MINUTE + 2)).toBe(1);
  await vi.waitFor(async () => expect(await total("a key")).toBe(1), 2_000);
});

async function total(key: string): Promise<number> {
  const rows = await prisma().requestCount.findMany({ where: { key } });
  return rows.reduce((sum, { requests }) => sum + Number(requests), 0);
}
