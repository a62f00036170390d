import { expect, test } from "vitest";
import { Random } from "@/lib/base/random";
import { mergeFacts } from "@/lib/call/domain/merge-facts";
import { convertAll } from "@/lib/conversion/convert";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { updateCall } from "@/lib/conversion/update-call";
import { capFaults } from "@/lib/testing/books/cap-faults";
import { readBooks } from "@/lib/testing/books/read-books";
import { countQueries } from "@/lib/testing/count-queries";
import { givenCall, givenCalls } from "@/lib/testing/factories/given-call";
import { givenCap } from "@/lib/testing/factories/given-cap";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenTokenSettings, verdictTokens } from "@/lib/testing/factories/given-token-settings";
import { faultsOf } from "@/lib/testing/invariants";

const CALLS = 60;
const STEPS = 25;
const EARLIER = new Date("2026-11-21T17:00:00Z");
const EVENT = { externalId: "CA1", eventId: "completed CA1" };
const SPANS = ["hour", "day", "month", "total"];

test("after random saves every cap agrees with its calls, and no automatic conversion exceeded a stopping cap", async () => {
  const { ctx } = await givenCompany({ payout: { percentBasisPoints: 6000 }, convertsWithBuyer: true });
  const random = new Random("caps of a model");
  const buyers = [ctx.buyer.id, ctx.otherBuyer.id] as const;
  const sources = [ctx.trafficSource.id, ctx.otherTrafficSource.id] as const;
  for (const span of SPANS) {
    for (const id of buyers) {
      await givenCap(ctx, { owner: { side: "buyer", id }, span, limit: String(random.between(3, 20)) });
      await givenCap(ctx, {
        owner: { side: "buyer", id },
        measure: "revenue",
        span,
        limit: "90",
        stops_automatic: "1",
      });
    }
    for (const id of sources) {
      await givenCap(ctx, {
        owner: { side: "offer", id },
        measure: "revenue",
        span,
        limit: "60",
        stops_automatic: "1",
      });
    }
  }
  const ids = (
    await givenCalls(
      ctx,
      Array.from({ length: CALLS }, () => ({
        started_at: new Date(ctx.now().getTime() - random.between(0, 70 * 60) * 60_000),
        buyer_id: random.pick(buyers),
        traffic_source_id: random.pick(sources),
      })),
    )
  ).map(({ id }) => id);
  for (const id of buyers) await givenTokenSettings(ctx, { side: "buyer", id });
  await givenTokenSettings(ctx, { side: "offer", id: ctx.offer.id });
  const someRequest = (): ConversionRequest => {
    const side = random.chance(0.5) ? "buyer" : "offer";
    const party = random.pick(side === "buyer" ? buyers : sources);
    const amountMinor = BigInt(random.between(0, 4000));
    const sent = { converted: random.chance(0.6), ...(random.chance(0.4) && { amountMinor }) };
    const named = { ...sent, ...(random.chance(0.4) && { partyId: party }) };
    const verdict = { side, mechanism: "rule", ...(random.chance(0.3) && { amountMinor }) } as const;
    const facts = { kind: "update", mechanism: "api", tokens: verdictTokens(ctx.company, verdict) } as const;
    const none = { kind: "update", mechanism: "api", tokens: { [`${side}_verdict`]: "none" } } as const;
    const [first, ...others] = [
      facts,
      facts,
      none,
      { kind: "evaluate" },
      { kind: "update", mechanism: "api", [side]: named },
      { kind: "returnToAutomatic", side },
      { kind: "returnToAutomatic", side },
      { kind: "revert", side },
      { kind: "lock", side, locked: random.chance(0.3) },
    ] as const;
    return {
      call: { id: random.pick([ids[0] ?? 0, ...ids]) },
      actor: ctx.actor,
      command: random.pick([first, ...others]),
    };
  };
  for (let step = 0; step < STEPS; step += 1) {
    const batches = Array.from({ length: 3 }, () => Array.from({ length: random.between(1, 12) }, someRequest));
    await Promise.all(batches.map((batch) => convertAll(ctx, batch)));
  }
  const books = await readBooks(ctx.company);
  expect(faultsOf(books)).toEqual([]);
  expect(books.capUsage.length).toBeGreaterThan(20);
  expect(books.calls.filter(({ buyerConverted }) => buyerConverted).length).toBeGreaterThan(CALLS / 10);
});

test("a wrong count is detected", async () => {
  const { ctx } = await givenCompany();
  await givenCap(ctx);
  const { id } = await givenCall(ctx);
  await updateCall(ctx, { id }, { buyer_converted: true });
  const { capUsage, ...books } = await readBooks(ctx.company);
  const faults = faultsOf({ ...books, capUsage: capUsage.map((row) => ({ ...row, used: row.used + 1n })) });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^cap \d+ counts 2 from .*, its calls say 1$/);
});

test("a save costs no query without caps, and two queries with one", async () => {
  const { ctx } = await givenCompany();
  const save = async () => {
    const { id } = await givenCall(ctx);
    return countQueries(() => updateCall(ctx, { id }, { buyer_converted: true, revenue: "10" }));
  };
  await save();
  const without = await save();
  await givenCap(ctx, { owner: { side: "buyer", id: ctx.otherBuyer.id } });
  expect(await save()).toBe(without);
  await givenCap(ctx);
  expect(await save()).toBe(without + 2);
});

test("a call whose start is corrected moves its usage to the other window", async () => {
  const { ctx } = await givenCompany();
  await givenCap(ctx);
  await givenCap(ctx, { span: "month" });
  const { id } = await givenCall(ctx);
  const { call } = await updateCall(ctx, { id }, { buyer_converted: true });
  const report = (startedAt: Date | null) => mergeFacts(startedAt ? [{ ...EVENT, startedAt }] : []);
  const [before, after] = [report(call.started_at ? new Date(call.started_at) : null), report(EARLIER)];
  const facts = { kind: "report", before, after, callerHash: null } as const;
  await convertAll(ctx, [{ call: { id }, actor: ctx.actor, command: { kind: "addFacts", facts } }]);
  const books = await readBooks(ctx.company);
  expect(capFaults(books)).toEqual([]);
  expect(books.capUsage.map(({ used }) => used).sort()).toEqual([0n, 1n, 1n]);
});
