import { describe, expect, test } from "vitest";
import { Random } from "@/lib/base/random";
import type { ConversionUpdate } from "@/lib/call/contract/call";
import { rollUp } from "@/lib/ledger/roll-up";
import { receivableOf } from "@/lib/testing/balance-of";
import { readBooks } from "@/lib/testing/books/read-books";
import { givenCall, givenCalls } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey, givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { convertAll } from "./convert";
import type { ConversionRequest } from "./domain/request";
import { updateCall } from "./update-call";

const TIMES = 64;

test("64 identical conversions at once are one change and one charge", async () => {
  const { ctx, buyer } = await givenCompany();
  const { id, uuid } = await givenCall(ctx);
  const token = await givenSecureToken(ctx);
  const answers = await Promise.all(
    Array.from({ length: TIMES }, () => updateCall(token.ctx, { uuid }, { buyer_converted: true, revenue: "10" })),
  );
  expect(answers.filter(({ changed }) => changed)).toHaveLength(1);
  expect(new Set(answers.map(({ call }) => call.version))).toEqual(new Set([1]));
  await rollUp(ctx);
  const { changes, entries } = await readBooks(ctx.company);
  expect(changes.map((change) => [Number(change.callId), change.version])).toEqual([[id, 1]]);
  expect(entries.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([["charge", 1000n]]);
  expect(await receivableOf(ctx, buyer.id)).toBe(1000n);
  await expectBooksBalance(ctx);
});

test("also if they arrive by different ways, each in its own transaction", async () => {
  const { ctx } = await givenCompany();
  const { id } = await givenCall(ctx);
  const { actor } = (await givenApiKey(ctx)).ctx;
  const command = { kind: "update", mechanism: "api", buyer: { converted: true } } as const;
  const outcomes = await Promise.all(
    Array.from({ length: TIMES }, () => convertAll(ctx, [{ call: { id }, actor, command }])),
  );
  expect(outcomes.flat().filter((outcome) => outcome.ok && outcome.changed)).toHaveLength(1);
  await Promise.all(Array.from({ length: 8 }, () => rollUp(ctx)));
  expect((await readBooks(ctx.company)).entries).toHaveLength(1);
  await expectBooksBalance(ctx);
});

test("64 simultaneous updates of one call, with rollups in between, balance and match the replay of its changes", async () => {
  const { ctx, otherBuyer, otherTrafficSource } = await givenCompany({ payout: { percentBasisPoints: 6000 } });
  const { id } = await givenCall(ctx);
  const actors = [ctx, (await givenMember(ctx)).ctx, (await givenApiKey(ctx)).ctx, (await givenSecureToken(ctx)).ctx];
  const flips = Array.from({ length: TIMES }, (_, position): [number, ConversionUpdate] => {
    const update = { buyer_converted: position % 3 !== 0, revenue: String(position) };
    if (position % 4 === 3) return [3, update];
    const moved = position % 2 === 0 ? { buyer_id: otherBuyer.id, traffic_source_id: otherTrafficSource.id } : {};
    return [position % 4, { ...update, ...moved, offer_converted: position % 5 !== 0 }];
  });
  const answers = await Promise.all([
    ...flips.map(async ([actor, update]) => updateCall(actors[actor] ?? ctx, { id }, update)),
    ...Array.from({ length: 4 }, () => rollUp(ctx)),
  ]);
  await expectBooksBalance(ctx);
  await rollUp(ctx);
  await expectBooksBalance(ctx);
  const { calls, changes } = await readBooks(ctx.company);
  const changed = answers.filter((answer) => "changed" in answer && answer.changed);
  expect(changes.map(({ version }) => version)).toEqual(changed.map((_, position) => position + 1));
  expect(calls[0]).toMatchObject({ version: changes.length, revenueMinor: changes.at(-1)?.revenueToMinor });
});

test("of 64 simultaneous saves from one version one is saved, and the others get its changes", async () => {
  const { ctx } = await givenCompany();
  const { id } = await givenCall(ctx);
  const saves = await Promise.allSettled(
    Array.from({ length: TIMES }, (_, position) => updateCall(ctx, { id }, { revenue: `${position + 1}`, version: 0 })),
  );
  const saved = saves.filter(({ status }) => status === "fulfilled");
  const stale = saves.flatMap((save) => (save.status === "rejected" ? [save.reason] : []));
  expect([saved.length, stale.length]).toEqual([1, TIMES - 1]);
  for (const reason of stale) {
    expect(reason).toMatchObject({ code: "stale_version", expected: 0, current: 1, call: { version: 1 } });
    expect(reason.changes).toHaveLength(1);
  }
  await expectBooksBalance(ctx);
});

describe("64 deliveries of one event at once", () => {
  const deliver = async (wordsOf: (position: number) => string) => {
    const { ctx } = await givenCompany();
    const { id } = await givenCall(ctx);
    const { actor } = (await givenApiKey(ctx)).ctx;
    const outcomes = await Promise.all(
      Array.from({ length: TIMES }, (_, position) => {
        const buyer = { converted: position % 2 === 0, amountMinor: BigInt(position + 1) };
        const event = { kind: "event_id", name: "sale 1", content: wordsOf(position) } as const;
        return convertAll(ctx, [{ call: { id }, actor, command: { kind: "update", mechanism: "api", event, buyer } }]);
      }),
    );
    return {
      ctx,
      outcomes: outcomes.flat().map((outcome) => outcome.ok && [outcome.changed, outcome.repeated].join()),
    };
  };

  test("are applied once if they have the same content", async () => {
    const { ctx, outcomes } = await deliver(() => "the same");
    expect(outcomes.filter((outcome) => outcome === "true,false")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "false,true")).toHaveLength(TIMES - 1);
    expect((await readBooks(ctx.company)).changes).toHaveLength(1);
    await expectBooksBalance(ctx);
  });

  test("are corrections if their content differs: each is applied, one after the other", async () => {
    const { ctx, outcomes } = await deliver(String);
    expect(outcomes.filter((outcome) => outcome === "true,false")).toHaveLength(TIMES);
    expect((await readBooks(ctx.company)).changes).toHaveLength(TIMES);
    await expectBooksBalance(ctx);
  });
});

test("arrays that share calls in different orders, by id and by uuid, wait for each other and never deadlock", async () => {
  const { ctx } = await givenCompany();
  const random = new Random("overlapping arrays");
  const calls = await givenCalls(
    ctx,
    Array.from({ length: 60 }, () => ({})),
  );
  const arrays = Array.from({ length: 24 }, (_, round) => {
    const some = calls.filter(() => random.chance(0.7)).sort(() => random.next() - 0.5);
    return some.map(({ id, uuid }): ConversionRequest => {
      const buyer = { converted: random.chance(0.5), amountMinor: BigInt(round) };
      const command = { kind: "update", mechanism: "api", buyer, offer: { converted: random.chance(0.5) } } as const;
      return { call: random.pick<ConversionRequest["call"]>([{ id }, { uuid }]), actor: ctx.actor, command };
    });
  });
  const outcomes = await Promise.all([
    ...arrays.map((requests) => convertAll(ctx, requests)),
    ...Array.from({ length: 4 }, () => rollUp(ctx, 7).then(() => [])),
  ]);
  expect(outcomes.flat().every(({ ok }) => ok)).toBe(true);
  await expectBooksBalance(ctx);
  await rollUp(ctx);
  await expectBooksBalance(ctx);
});
