import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { formatMoney } from "@/lib/base/money";
import type { Call } from "@/lib/call/contract/call";
import { CallSummaryQuery } from "@/lib/call/contract/call-summary";
import { CALL_GROUPS, type CallGroup } from "@/lib/call/domain/call-sums";
import { meant, type SomeFilters, someFilters } from "@/lib/testing/call/call-oracle";
import { givenVariedCalls } from "@/lib/testing/call/varied-calls";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey } from "@/lib/testing/factories/given-credentials";
import { listCalls } from "./list-calls";
import { summarizeCalls } from "./summarize-calls";

let ctx: GivenContext;
let calls: readonly Call[];
beforeAll(async () => {
  ({ ctx } = await givenCompany());
  await givenVariedCalls(ctx);
  ({ calls } = await listCalls(ctx, { per_page: 1000 }));
});

function parse({ zip, ...query }: SomeFilters): CallSummaryQuery {
  return CallSummaryQuery.parse({ ...query, ...(zip && { tokens: { zip } }) });
}

function sumOf(
  sides: readonly Call[],
  { buyer = sides, offer = sides }: { buyer?: readonly Call[]; offer?: readonly Call[] } = {},
) {
  const money = (amounts: (string | undefined)[]) =>
    formatMoney(
      amounts.reduce((sum, amount) => sum + BigInt((amount ?? "0").replace(".", "")), 0n),
      2,
    );
  const [sold, paid] = [buyer.filter((call) => call.buyer_converted), offer.filter((call) => call.offer_converted)];
  return {
    calls: sides.length,
    connected_seconds: sides.reduce((sum, call) => sum + (call.connected_seconds ?? 0), 0),
    buyer_converted: sold.length,
    offer_converted: paid.length,
    either_converted: new Set([...sold, ...paid]).size,
    revenue: money(sold.map(({ revenue }) => revenue)),
    payout: money(paid.map(({ payout }) => payout)),
  };
}

/** The groups of a call, by the field that names them. */
const KEYS: Record<CallGroup, (call: Call) => unknown[]> = {
  day: ({ started_at }) => [new Date(started_at).toLocaleDateString("en-CA", { timeZone: "America/Denver" })],
  hour: ({ started_at }) => [`${started_at.slice(0, 13)}:00:00.000Z`],
  offer: ({ offer }) => [offer],
  buyer: ({ buyer }) => [buyer],
  traffic_source: ({ traffic_source }) => [traffic_source],
  mechanism: (call) => {
    const deciding = [call.buyer_decision, call.offer_decision].flatMap((side) => side?.mechanism ?? []);
    return deciding.length === 0 ? [null] : [...new Set(deciding)];
  },
};

function expectedGroups(chosen: readonly Call[], group: CallGroup) {
  const keys = new Map(chosen.flatMap((call) => KEYS[group](call).map((key) => [JSON.stringify(key), key] as const)));
  return [...keys].map(([text, key]) => {
    const own = chosen.filter((call) => KEYS[group](call).some((other) => JSON.stringify(other) === text));
    if (group !== "mechanism") return { [group]: key, ...sumOf(own) };
    const decided = (side: "buyer_decision" | "offer_decision") =>
      own.filter((call) => (call[side]?.mechanism ?? null) === key);
    return { mechanism: key, ...sumOf(own, { buyer: decided("buyer_decision"), offer: decided("offer_decision") }) };
  });
}

test("totals and groups are those of the calls that the same filters list", async () => {
  const group = fc.constantFrom(...CALL_GROUPS);
  await fc.assert(
    fc.asyncProperty(someFilters(ctx), group, async (query, group_by) => {
      const chosen = meant(calls, query);
      const summary = await summarizeCalls(ctx, parse({ ...query, group_by }));
      expect(summary.totals).toEqual(sumOf(chosen));
      const groups = expectedGroups(chosen, group_by);
      expect(summary.groups).toHaveLength(groups.length);
      expect(summary.groups).toEqual(expect.arrayContaining(groups));
    }),
    { numRuns: 200 },
  );
});

test("days are in order, and parties with most calls come first", async () => {
  const { groups: days = [] } = await summarizeCalls(ctx, { group_by: "day" });
  expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted());
  const { groups: buyers = [] } = await summarizeCalls(ctx, { group_by: "buyer" });
  expect(buyers.map(({ buyer }) => buyer?.id)).toEqual([ctx.buyer.id, ctx.otherBuyer.id]);
  expect(await summarizeCalls(ctx, {})).not.toHaveProperty("groups");
});

test("amounts and counts are omitted for who may not read them, and groups that reveal more are refused", async () => {
  const key = await givenApiKey(ctx, "owner", { "call.revenue": "none", "call.offer_converted": "none" });
  const { totals } = await summarizeCalls(key.ctx, {});
  expect(Object.keys(totals)).toEqual(["calls", "connected_seconds", "buyer_converted", "payout"]);
  await expect(summarizeCalls(key.ctx, { group_by: "mechanism" })).rejects.toThrow("call.offer_converted: read");
  await expect(summarizeCalls(key.ctx, { revenue_min: "1" })).rejects.toThrow("call.revenue: read");
  const blind = await givenApiKey(ctx, "owner", { "call.details": "none" });
  await expect(summarizeCalls(blind.ctx, { group_by: "traffic_source" })).rejects.toThrow("call.details: read");
});

test("an actor of one buyer sums its calls only", async () => {
  const key = await givenApiKey(ctx, "owner", {}, { buyerIds: [ctx.otherBuyer.id] });
  const own = calls.filter(({ buyer }) => buyer?.id === ctx.otherBuyer.id);
  const { totals, groups } = await summarizeCalls(key.ctx, { group_by: "buyer" });
  expect(totals.calls).toBe(own.length);
  expect(groups?.map(({ buyer }) => buyer?.id)).toEqual([ctx.otherBuyer.id]);
});
