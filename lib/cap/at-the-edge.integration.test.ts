import { expect, test } from "vitest";
import { Random } from "@/lib/base/random";
import { convert, convertAll } from "@/lib/conversion/convert";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { readBooks } from "@/lib/testing/books/read-books";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { givenCap } from "@/lib/testing/factories/given-cap";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenBuyerSettings } from "@/lib/testing/factories/given-settings";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { listCaps } from "./list-caps";
import { endCap } from "./save-cap";

const ROUNDS = 1_000;
const AT_ONCE = 64;
const COMPANIES = 4;
const LIMIT = 60;
const IN_FLIGHT = 4;
const many = (count: number) => Array.from({ length: count }, () => ({}));

/** Creates a rule that every call meets, and evaluates existing calls too. */
function givenRuleForAll(ctx: GivenContext): Promise<void> {
  return givenBuyerSettings(ctx, { rules: [{ name: "Every call" }] }, new Date("2020-01-01T00:00:00Z"));
}

function evaluates(ctx: GivenContext, id: number): ConversionRequest {
  return { call: { id }, actor: ctx.actor, command: { kind: "evaluate" } };
}

function reverts(ctx: GivenContext, id: number): ConversionRequest {
  return { call: { id }, actor: ctx.actor, command: { kind: "revert", side: "buyer" } };
}

function someOf<Thing>(random: Random, things: readonly Thing[], count: number): Thing[] {
  const left = [...things];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(random.between(0, left.length - 1), 1),
  ).flat();
}

/**
 * Converts 64 calls at once: through the batcher in every other round, otherwise in parallel transactions. Returns what
 * changed.
 */
async function convertAtOnce(ctx: GivenContext, requests: readonly ConversionRequest[], round: number) {
  if (round % 2 === 0) {
    const answers = await Promise.all(requests.map((request) => convert(ctx, request)));
    return answers.flatMap(({ changed, call }) => (changed ? [call.id] : []));
  }
  const size = AT_ONCE / IN_FLIGHT;
  const batches = Array.from({ length: IN_FLIGHT }, (_, n) => requests.slice(n * size, (n + 1) * size));
  const outcomes = await Promise.all(batches.map((batch) => convertAll(ctx, batch)));
  return outcomes.flat().flatMap((outcome) => (outcome.ok && outcome.changed ? [outcome.callId] : []));
}

async function playAtTheEdge(seed: string, rounds: number): Promise<string[]> {
  const { ctx } = await givenCompany();
  const random = new Random(seed);
  const cap = await givenCap(ctx, { limit: String(LIMIT) });
  const ids = (await givenCalls(ctx, many(AT_ONCE))).map(({ id }) => id);
  await givenRuleForAll(ctx);
  const requests = ids.map((id) => evaluates(ctx, id));
  const standing = new Set<number>();
  const faults: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const freed = someOf(random, [...standing], random.between(1, 9));
    await convertAll(
      ctx,
      freed.map((id) => reverts(ctx, id)),
    );
    for (const id of freed) standing.delete(id);
    const expected = LIMIT - standing.size;
    const changed = await convertAtOnce(ctx, someOf(random, requests, AT_ONCE), round);
    for (const id of changed) standing.add(id);
    if (changed.length !== expected) faults.push(`round ${round}: ${changed.length} converted, not ${expected}`);
  }
  const { calls, capUsage } = await readBooks(ctx.company);
  const converted = calls.filter((call) => call.buyerConverted).map(({ id }) => Number(id));
  expect(converted).toEqual([...standing].sort((one, other) => one - other));
  expect(capUsage.map(({ capId, used }) => [Number(capId), used])).toEqual([[cap.id, BigInt(LIMIT)]]);
  return faults;
}

test("a thousand times 64 automatic conversions at a cap's limit: never one too many, never one too few", async () => {
  const companies = Array.from({ length: COMPANIES }, (_, n) => playAtTheEdge(`edge ${n}`, ROUNDS / COMPANIES));
  expect((await Promise.all(companies)).flat()).toEqual([]);
});

test("of 64 simultaneous calls that convert by duration, exactly those beyond the cap stay undecided", async () => {
  const { ctx } = await givenCompany();
  await givenBuyerSettings(ctx, { duration: { enabled: true, basis: "connected", longer_than_seconds: 60 } });
  ctx.clock.advance({ minutes: 30 });
  await givenCap(ctx, { limit: "40" });
  const recorded = await Promise.all(Array.from({ length: 16 }, () => givenCalls(ctx, many(4))));
  expect(recorded.flat().filter((call) => call.buyer_converted)).toHaveLength(40);
  await expectBooksBalance(ctx);
});

test("batches that touch the same caps in opposite orders wait for each other, also on the first use of a window", async () => {
  const { ctx } = await givenCompany();
  const owners = [ctx.buyer, ctx.otherBuyer].map(({ id }) => ({ side: "buyer", id }) as const);
  const sources = [ctx.trafficSource, ctx.otherTrafficSource].map(({ id }) => ({ side: "offer", id }) as const);
  for (const owner of [...owners, ...sources]) {
    for (const span of ["hour", "day", "month"]) await givenCap(ctx, { owner, span, limit: "100000" });
  }
  const parties = [
    { buyer_id: ctx.buyer.id, traffic_source_id: ctx.otherTrafficSource.id },
    { buyer_id: ctx.otherBuyer.id, traffic_source_id: ctx.trafficSource.id },
  ];
  const start = (n: number) => new Date(ctx.now().getTime() - Math.floor(n / 4) * 3_600_000 * 5);
  const groups = [0, 1, 2, 3].map((group) =>
    givenCalls(
      ctx,
      Array.from({ length: 120 }, (_, n) => ({ ...parties[(n + group) % 2], started_at: start(n) })),
    ),
  );
  const calls = await Promise.all(groups);
  const command = {
    kind: "update",
    mechanism: "api",
    buyer: { converted: true },
    offer: { converted: true },
  } as const;
  const batches = calls.map(async (group, position) => {
    const ids = group.map(({ id }) => id);
    const ordered = position % 2 === 0 ? ids : ids.toReversed();
    for (let from = 0; from < ordered.length; from += 12) {
      const requests = ordered.slice(from, from + 12).map((id) => ({ call: { id }, actor: ctx.actor, command }));
      const outcomes = await convertAll(ctx, requests);
      expect(outcomes.every((outcome) => outcome.ok && outcome.changed)).toBe(true);
    }
  });
  await Promise.all(batches);
  await expectBooksBalance(ctx);
});

test("a cap that is created, edited and withdrawn while calls convert counts exactly", async () => {
  const { ctx } = await givenCompany();
  const owner = { side: "buyer", id: ctx.buyer.id } as const;
  const ids = (await givenCalls(ctx, many(240))).map(({ id }) => id);
  await givenRuleForAll(ctx);
  const converting = Array.from({ length: 6 }, async (_, worker) => {
    const own = ids.filter((_, position) => position % 6 === worker);
    for (const id of own) {
      await convertAll(ctx, [evaluates(ctx, id)]);
      if (id % 3 === 0) {
        await convertAll(ctx, [reverts(ctx, id)]);
      }
    }
  });
  const editing = (async () => {
    for (let edit = 0; edit < 8; edit += 1) {
      const cap = await givenCap(ctx, { limit: "100000", span: edit % 2 === 0 ? "day" : "total" });
      if (edit < 6) await endCap(ctx, owner, cap.id);
    }
  })();
  await Promise.all([...converting, editing]);
  await expectBooksBalance(ctx);
  const { caps } = await listCaps(ctx, owner);
  expect(caps.map(({ used }) => used)).toEqual(["160", "160"]);
});
