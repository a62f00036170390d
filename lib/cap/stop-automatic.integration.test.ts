import { describe, expect, test } from "vitest";
import { getCall } from "@/lib/conversion/get-call";
import { returnToAutomatic } from "@/lib/conversion/set-side";
import { updateCall } from "@/lib/conversion/update-call";
import { createOffers } from "@/lib/party/create-offers";
import { listCalls } from "@/lib/report/list-calls";
import { listEvaluations } from "@/lib/report/list-evaluations";
import { givenCall, givenCalls } from "@/lib/testing/factories/given-call";
import { givenCap } from "@/lib/testing/factories/given-cap";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenBuyerSettings } from "@/lib/testing/factories/given-settings";
import { givenVerdict } from "@/lib/testing/given-verdict";
import { expectBooksBalance } from "@/lib/testing/invariants";
import type { Cap } from "./contract";
import { listCaps } from "./list-caps";

const DURATION = { duration: { enabled: true, basis: "connected", longer_than_seconds: 60 } };
const many = (count: number) => Array.from({ length: count }, () => ({}));

async function useOf(ctx: GivenContext, cap: Cap): Promise<string | undefined> {
  const { caps } = await listCaps(ctx, { side: "buyer", id: ctx.buyer.id });
  return caps.find(({ id }) => id === cap.id)?.used;
}

describe("automatic conversion stops at the cap", () => {
  test("the call stays undecided, and its evaluation shows the cap, its usage and the time", async () => {
    const { ctx } = await givenCompany();
    await givenBuyerSettings(ctx, DURATION);
    await givenCap(ctx, { limit: "2" });
    ctx.clock.set("2026-11-23T17:42:00Z");
    const calls = await givenCalls(ctx, many(3));
    const stands = await Promise.all(calls.map(({ id }) => getCall(ctx, { id })));
    expect(stands.map((call) => call.buyer_converted)).toEqual([true, true, false]);
    expect(stands[2]?.buyer_decision).toBeNull();
    const { evaluations } = await listEvaluations(ctx, { id: stands[2]?.id ?? 0 });
    expect(evaluations).toHaveLength(1);
    expect(evaluations[0]).toMatchObject({ side: "buyer", converting: null });
    expect(evaluations[0]?.steps.at(-1)).toMatchObject({
      mechanism: "cap",
      name: "The cap of 2 conversions per day was used up",
      holds: false,
      clauses: [{ subject: "conversions", wanted: "< 2", seen: "2 of 2 at 10:42", holds: false }],
    });
    await expectBooksBalance(ctx);
  });

  test("a reversal frees a unit, and the next evaluation converts", async () => {
    const { ctx } = await givenCompany();
    const cap = await givenCap(ctx, { limit: "1" });
    const [first, second] = await givenCalls(ctx, many(2));
    if (!first || !second) throw new Error("two calls in, fewer out");
    expect(await givenVerdict(ctx, first.id)).toBe(true);
    expect(await givenVerdict(ctx, second.id)).toBe(false);
    await updateCall(ctx, { id: first.id }, { buyer_converted: false });
    expect(await useOf(ctx, cap)).toBe("0");
    expect(await givenVerdict(ctx, second.id)).toBe(true);
    expect(await useOf(ctx, cap)).toBe("1");
    await expectBooksBalance(ctx);
  });

  test("the window is that of the call's start, whenever the call is decided", async () => {
    const { ctx } = await givenCompany();
    await givenCap(ctx, { limit: "1" });
    const yesterday = new Date("2026-11-22T17:00:00Z");
    const calls = await givenCalls(ctx, [{ started_at: yesterday }, { started_at: yesterday }, {}, {}]);
    const converted = [];
    for (const { id } of calls) converted.push(await givenVerdict(ctx, id));
    expect(converted).toEqual([true, false, true, false]);
    await expectBooksBalance(ctx);
  });

  test.each([
    ["for one offer it counts that offer's calls", { offer: true }, [true, false, true, true]],
    ["for all offers it counts them together", { offer: false }, [true, false, false, false]],
  ])("%s", async (_, { offer }, expected) => {
    const { ctx } = await givenCompany();
    const [otherOffer] = await createOffers(ctx, ["Gutters"]);
    await givenCap(ctx, { limit: "1", ...(offer && { offer_id: String(ctx.offer.id) }) });
    const calls = await givenCalls(ctx, [{}, {}, { offer_id: otherOffer?.id }, { offer_id: otherOffer?.id }]);
    const converted = [];
    for (const { id } of calls) converted.push(await givenVerdict(ctx, id));
    expect(converted).toEqual(expected);
    await expectBooksBalance(ctx);
  });

  test("a call that returns to automatic converts again only below the cap", async () => {
    const { ctx } = await givenCompany();
    await givenBuyerSettings(ctx, DURATION);
    await givenCap(ctx, { limit: "1" });
    ctx.clock.advance({ minutes: 30 });
    const [first, second] = await givenCalls(ctx, many(2));
    const back = (id = 0) => returnToAutomatic(ctx, { id }, { side: "buyer" });
    await updateCall(ctx, { id: second?.id ?? 0 }, { buyer_converted: true });
    expect((await back(second?.id)).call.buyer_converted).toBe(false);
    await updateCall(ctx, { id: first?.id ?? 0 }, { buyer_converted: true });
    expect((await back(first?.id)).call.buyer_converted).toBe(true);
    await expectBooksBalance(ctx);
  });

  test("a cap on revenue stops an amount that would exceed it, and lets a smaller one through", async () => {
    const { ctx } = await givenCompany();
    const cap = await givenCap(ctx, { measure: "revenue", limit: "25.00", stops_automatic: "true" });
    const calls = await givenCalls(ctx, many(4));
    const converted = [];
    for (const [position, { id }] of calls.entries()) {
      converted.push(await givenVerdict(ctx, id, position === 3 ? { amountMinor: 500n } : {}));
    }
    expect(converted).toEqual([true, true, false, true]);
    expect(await useOf(ctx, cap)).toBe("25.00");
    await expectBooksBalance(ctx);
  });

  test("an offer side that follows its buyer is automatic too: it stays undecided and gives the reason", async () => {
    const { ctx } = await givenCompany({ convertsWithBuyer: true });
    await givenCap(ctx, { owner: { side: "offer", id: ctx.trafficSource.id }, limit: "1" });
    const [first, second] = await givenCalls(ctx, many(2));
    await updateCall(ctx, { id: first?.id ?? 0 }, { buyer_converted: true });
    const { call } = await updateCall(ctx, { id: second?.id ?? 0 }, { buyer_converted: true });
    expect([call.buyer_converted, call.offer_converted, call.offer_decision]).toEqual([true, false, null]);
    const { evaluations } = await listEvaluations(ctx, { id: call.id });
    expect(evaluations[0]).toMatchObject({ side: "offer", converting: null });
    expect(evaluations[0]?.steps.at(-1)?.mechanism).toBe("cap");
    await expectBooksBalance(ctx);
  });

  test("a percentage payout counts as it is, and the buyer side is decided first", async () => {
    const { ctx } = await givenCompany({ payout: { percentBasisPoints: 6000 } });
    const owner = { side: "offer", id: ctx.trafficSource.id } as const;
    await givenCap(ctx, { owner, measure: "revenue", limit: "10.00", stops_automatic: "true" });
    const [first, second] = await givenCalls(ctx, many(2));
    const both = { also: { side: "offer", mechanism: "rule" } } as const;
    await givenVerdict(ctx, first?.id ?? 0, both);
    await givenVerdict(ctx, second?.id ?? 0, both);
    const stands = await getCall(ctx, { id: second?.id ?? 0 });
    expect([stands.buyer_converted, stands.offer_converted]).toEqual([true, false]);
    await updateCall(ctx, { id: first?.id ?? 0 }, { revenue: "20" });
    const { caps } = await listCaps(ctx, owner);
    expect(caps[0]).toMatchObject({ used: "12.00", limit: "10.00", remaining: "0.00", over: true });
    await expectBooksBalance(ctx);
  });
});

describe("explicit updates convert beyond the cap", () => {
  test("and the calls that started last are marked as over the cap, on the page and in the list", async () => {
    const { ctx } = await givenCompany();
    await givenCap(ctx, { limit: "2" });
    const calls = await givenCalls(
      ctx,
      [4, 3, 2, 1].map((hours) => ({ started_at: new Date(ctx.now().getTime() - hours * 3_600_000) })),
    );
    for (const { id } of calls.toReversed()) await updateCall(ctx, { id }, { buyer_converted: true });
    const listed = (await listCalls(ctx, {})).calls.map(({ id, over_cap }) => [id, over_cap]);
    expect(listed).toEqual(calls.toReversed().map(({ id }, position) => [id, position < 2 ? ["buyer"] : undefined]));
    await updateCall(ctx, { id: calls[0]?.id ?? 0 }, { buyer_converted: false });
    expect((await getCall(ctx, { id: calls[3]?.id ?? 0 })).over_cap).toEqual(["buyer"]);
    expect((await getCall(ctx, { id: calls[2]?.id ?? 0 })).over_cap).toBeUndefined();
    await expectBooksBalance(ctx);
  });

  test("a call that moves to another buyer uses that buyer's cap and frees its unit of the first", async () => {
    const { ctx } = await givenCompany();
    const cap = await givenCap(ctx);
    const { id } = await givenCall(ctx);
    await updateCall(ctx, { id }, { buyer_converted: true });
    const other = { side: "buyer", id: ctx.otherBuyer.id } as const;
    await givenCap(ctx, { owner: other, measure: "revenue", limit: "5" });
    await updateCall(ctx, { id }, { buyer_id: ctx.otherBuyer.id });
    expect(await useOf(ctx, cap)).toBe("0");
    expect((await listCaps(ctx, other)).caps[0]).toMatchObject({ used: "10.00", over: true });
    await updateCall(ctx, { id }, { revenue: "3.50" });
    expect((await listCaps(ctx, other)).caps[0]).toMatchObject({ used: "3.50", over: false, remaining: "1.50" });
    await expectBooksBalance(ctx);
  });
});
