import { describe, expect, test } from "vitest";
import { recordCall } from "@/lib/inbound/record-calls";
import { inCompany } from "@/lib/platform/sql/in-company";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenBuyerSettings, givenOfferSettings } from "@/lib/testing/factories/given-settings";
import { addTokens } from "./add-tokens";
import { getCall } from "./get-call";
import { updateCall } from "./update-call";

const WINDOW = 3600;
const settings = (counts = "converted") => ({
  rules: [{ name: "New callers", duplicates: { seconds: WINDOW, counts } }],
});

async function setup(counts = "converted") {
  const { ctx } = await givenCompany();
  const base = ctx.now();
  await givenBuyerSettings(ctx, settings(counts));
  ctx.clock.advance({ days: 2 });
  const call = async (seconds: number, more: object = {}) => {
    const recorded = await recordCall(ctx, {
      offer_id: ctx.offer.id,
      buyer_id: ctx.buyer.id,
      traffic_source_id: ctx.trafficSource.id,
      caller: "+13035550142",
      started_at: new Date(base.getTime() + seconds * 1000),
      duration_seconds: 30,
      connected_seconds: 0,
      ...more,
    });
    return recorded.call;
  };
  return { ctx, call };
}

const inboxOf = (ctx: GivenContext) =>
  inCompany(ctx.company.id, (tx) => tx.inbox.findMany({ where: { companyId: tx.company }, orderBy: { id: "asc" } }));

test.each([
  [0, false],
  [1, false],
  [WINDOW - 1, false],
  [WINDOW, true],
  [WINDOW + 1, true],
])("a second call %i s after a converted one converts: %s", async (seconds, converts) => {
  const { call } = await setup();
  expect((await call(0)).buyer_converted).toBe(true);
  expect((await call(seconds)).buyer_converted).toBe(converts);
});

test("an unconverted call within the window does not make the third a duplicate", async () => {
  const { call } = await setup();
  const [, second, third] = [await call(0), await call(WINDOW - 1), await call(WINDOW + 1)];
  expect([second.buyer_converted, third.buyer_converted]).toEqual([false, true]);
});

describe("only counted calls make duplicates", () => {
  test.each([
    ["converted", {}, true],
    ["connected", {}, true],
    ["connected", { connected_seconds: 10 }, false],
    ["any", {}, false],
  ])("%s, after a call with %j that was reversed: converts %s", async (counts, more, converts) => {
    const { ctx, call } = await setup(counts);
    const first = await call(0, more);
    await updateCall(ctx, { id: first.id }, { buyer_converted: false });
    expect((await call(10)).buyer_converted).toBe(converts);
  });

  test("other callers, other buyers and anonymous callers make no duplicates", async () => {
    const { ctx, call } = await setup("any");
    await givenOfferSettings(ctx, {});
    await call(0);
    expect((await call(1, { caller: "+13035550143" })).buyer_converted).toBe(true);
    await call(2, { caller: "anonymous" });
    expect((await call(3, { caller: "anonymous" })).buyer_converted).toBe(true);
    expect((await call(4, { caller: undefined })).buyer_converted).toBe(true);
    expect((await call(5, { buyer_id: ctx.otherBuyer.id })).buyer_converted).toBe(false);
    expect((await call(6)).buyer_converted).toBe(false);
  });
});

test("an offer counts calls for the offer, whichever buyer took them", async () => {
  const { ctx, call } = await setup();
  ctx.clock.set("2026-11-23T17:00:00Z");
  await givenOfferSettings(ctx, settings());
  ctx.clock.advance({ days: 2 });
  expect((await call(1)).offer_converted).toBe(true);
  expect((await call(2, { buyer_id: ctx.otherBuyer.id })).offer_converted).toBe(false);
});

test("an earlier call that is reported later is evaluated by the calls before it", async () => {
  const { call } = await setup();
  const later = await call(600);
  const earlier = await call(0);
  expect([later.buyer_converted, earlier.buyer_converted]).toEqual([true, true]);
});

test("the later of two conversions is questioned when it is evaluated again, and stays until then", async () => {
  const { ctx, call } = await setup();
  const later = await call(600);
  await call(0);
  await addTokens(ctx, { id: later.id }, { tokens: { zip: "80202" } });
  expect((await getCall(ctx, { id: later.id })).buyer_converted).toBe(true);
  expect(await inboxOf(ctx)).toMatchObject([{ reason: "would_revert", callId: BigInt(later.id), side: "buyer" }]);
});

test("a reversal frees the later duplicates: each is proposed once, none is applied", async () => {
  const { ctx, call } = await setup();
  const [first, second, third, outside] = [await call(0), await call(60), await call(120), await call(WINDOW + 500)];
  expect([second, third, outside].map(({ buyer_converted }) => buyer_converted)).toEqual([false, false, true]);
  await updateCall(ctx, { id: first.id }, { buyer_converted: false });
  const freed = await inboxOf(ctx);
  expect(freed.map(({ reason, callId, resolvedAt }) => [reason, Number(callId), resolvedAt])).toEqual([
    ["duplicate_freed", second.id, null],
    ["duplicate_freed", third.id, null],
  ]);
  expect((await getCall(ctx, { id: second.id })).buyer_converted).toBe(false);
  await updateCall(ctx, { id: first.id }, { buyer_converted: true });
  await updateCall(ctx, { id: first.id }, { buyer_converted: false });
  expect(await inboxOf(ctx)).toHaveLength(2);
});

test("a reversal frees no explicit or locked side", async () => {
  const { ctx, call } = await setup();
  const [first, sent] = [await call(0), await call(60)];
  await updateCall(ctx, { id: sent.id }, { buyer_converted: false });
  await updateCall(ctx, { id: first.id }, { buyer_converted: false });
  expect(await inboxOf(ctx)).toEqual([]);
});
