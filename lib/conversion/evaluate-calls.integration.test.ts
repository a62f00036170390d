import { expect, test } from "vitest";
import { recordCall } from "@/lib/inbound/record-calls";
import { rollUp } from "@/lib/ledger/roll-up";
import { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";
import { getBuyerSettings } from "@/lib/settings/get-settings";
import { saveBuyerSettings, saveOfferSettings } from "@/lib/settings/save-settings";
import { evaluatePastCalls } from "@/lib/simulation/evaluate-past-calls";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { convertAll } from "./convert";
import { getCall } from "./get-call";
import { returnToAutomatic } from "./set-side";
import { updateCall } from "./update-call";

async function givenSettings(ctx: GivenContext, buyer: object, offer: object = {}) {
  await saveBuyerSettings(ctx, ctx.buyer.id, { version: 0, settings: BuyerSettings.parse(buyer) });
  await saveOfferSettings(ctx, ctx.offer.id, { version: 0, settings: OfferSettings.parse(offer) });
}

const rule = (name: string, token: string, amount: string | null = null) => ({
  name,
  condition: { all: [{ token, operator: "equals", values: ["true"] }] },
  amount: amount === null ? null : { kind: "fixed", amount },
});

function finished(ctx: GivenContext, seconds: number, more: object = {}) {
  const { offer, buyer, trafficSource } = ctx;
  return recordCall(ctx, {
    offer_id: offer.id,
    buyer_id: buyer.id,
    traffic_source_id: trafficSource.id,
    caller: "+13035550142",
    started_at: ctx.now(),
    duration_seconds: seconds,
    connected_seconds: seconds,
    ...more,
  });
}

test.each([
  [89, false],
  [90, false],
  [91, true],
])("duration longer than 90 s: %i connected seconds convert: %s", async (seconds, converted) => {
  const { ctx } = await givenCompany();
  await givenSettings(ctx, { duration: { enabled: true, longer_than_seconds: 90 } });
  const { call } = await finished(ctx, seconds);
  expect(call.buyer_converted).toBe(converted);
  expect(call.offer_converted).toBe(false);
  expect(call.revenue).toBe(converted ? "10.00" : "0.00");
});

test("the first rule that holds converts both sides in one change, with its amount", async () => {
  const { ctx } = await givenCompany();
  await givenSettings(
    ctx,
    { rules: [rule("Sold", "sold", "40.00"), rule("Booked", "booked", "15.00")] },
    { rules: [rule("Booked", "booked")] },
  );
  const { call } = await finished(ctx, 10, { tokens: { booked: "true" } });
  expect(call).toMatchObject({
    version: 1,
    buyer_converted: true,
    offer_converted: true,
    revenue: "15.00",
    payout: "6.00",
  });
  expect(call.buyer_decision).toMatchObject({ mechanism: "rule", explicit: false });
  const better = await updateCall(ctx, { id: call.id }, { tokens: { sold: "true" } });
  expect(better.call).toMatchObject({ revenue: "40.00", buyer_converted: true });
  await rollUp(ctx);
  await expectBooksBalance(ctx);
});

test("an explicit no keeps the facts from converting until the side returns to automatic, in one change", async () => {
  const { ctx } = await givenCompany();
  await givenSettings(ctx, { duration: { enabled: true, longer_than_seconds: 90 } });
  const { call } = await finished(ctx, 50);
  await updateCall(ctx, { id: call.id }, { buyer_converted: false });
  const again = await updateCall(ctx, { id: call.id }, { tokens: { zip: "80202" } });
  expect(again.call.buyer_converted).toBe(false);
  const { call: long } = await finished(ctx, 100);
  await updateCall(ctx, { id: long.id }, { buyer_converted: false });
  const back = await returnToAutomatic(ctx, { id: long.id }, { side: "buyer" });
  expect(back.call).toMatchObject({ buyer_converted: true, version: 3 });
  expect(back.call.buyer_decision).toMatchObject({ mechanism: "duration", explicit: false });
});

test("settings apply to calls that start from then on, and to no earlier call", async () => {
  const { ctx, clock } = await givenCompany();
  const before = clock.now();
  clock.advance({ hours: 1 });
  await givenSettings(ctx, { converts_when_dialled: true });
  const { call: earlier } = await finished(ctx, 10, { started_at: before });
  const { call } = await finished(ctx, 10);
  expect([earlier.buyer_converted, call.buyer_converted]).toEqual([false, true]);
});

test("a conversion that no longer holds waits in the inbox and stays", async () => {
  const { ctx } = await givenCompany();
  await givenSettings(ctx, {
    rules: [{ name: "No refusal", condition: { all: [{ token: "refused", operator: "missing" }] } }],
  });
  const { call } = await finished(ctx, 10);
  expect(call.buyer_converted).toBe(true);
  const { call: later } = await updateCall(ctx, { id: call.id }, { tokens: { refused: "yes" } });
  expect(later.buyer_converted).toBe(true);
});

test("a stale edit of settings is rejected, and rules keep their ids", async () => {
  const { ctx } = await givenCompany();
  await givenSettings(ctx, { rules: [rule("Sold", "sold"), rule("Booked", "booked")] });
  const first = await getBuyerSettings(ctx, ctx.buyer.id);
  expect(first.settings.rules.map(({ id }) => id)).toEqual([1, 2]);
  const [, booked] = first.settings.rules;
  if (!booked) throw new Error("no rule");
  const settings = { ...first.settings, rules: [booked, { ...booked, id: null, name: "New" }] };
  await saveBuyerSettings(ctx, ctx.buyer.id, { version: 1, settings });
  const second = await getBuyerSettings(ctx, ctx.buyer.id);
  expect(second.settings.rules.map(({ id }) => id)).toEqual([2, 3]);
  await expect(saveBuyerSettings(ctx, ctx.buyer.id, { version: 1, settings })).rejects.toMatchObject({
    code: "stale_version",
  });
});

test("a converted caller is a duplicate within the window; a reversal proposes the later call to a person", async () => {
  const { ctx, clock } = await givenCompany();
  await givenSettings(ctx, {
    rules: [{ name: "New callers", duplicates: { seconds: 3600, counts: "converted" } }],
  });
  const { call: first } = await finished(ctx, 10);
  clock.advance({ minutes: 1 });
  const { call: second } = await finished(ctx, 10);
  expect([first.buyer_converted, second.buyer_converted]).toEqual([true, false]);
  await convertAll(ctx, [
    {
      call: { id: first.id },
      actor: ctx.actor,
      command: { kind: "update", mechanism: "manual", buyer: { converted: false } },
    },
  ]);
  expect((await getCall(ctx, { id: second.id })).buyer_converted).toBe(false);
});

test("backdated settings evaluate past calls on request, once", async () => {
  const { ctx, clock } = await givenCompany();
  const { call } = await finished(ctx, 100);
  clock.advance({ days: 1 });
  const valid_from = new Date("2020-01-01T00:00:00Z");
  const settings = BuyerSettings.parse({ duration: { enabled: true, longer_than_seconds: 90 } });
  await saveBuyerSettings(ctx, ctx.buyer.id, { version: 0, settings, valid_from });
  expect((await getCall(ctx, { id: call.id })).buyer_converted).toBe(false);
  const owner = { buyerId: ctx.buyer.id };
  const outcome = { calls: 1, changed: 1, proposed: 0, currency: "USD", revenue: "10.00", payout: "0.00" };
  for (let look = 0; look < 2; look += 1) {
    expect(await evaluatePastCalls(ctx, owner, { days: 2, preview: true })).toMatchObject(outcome);
  }
  expect(await evaluatePastCalls(ctx, owner, { days: 2 })).toMatchObject(outcome);
  expect(await evaluatePastCalls(ctx, owner, { days: 2 })).toMatchObject({ calls: 1, changed: 0, proposed: 0 });
  expect((await getCall(ctx, { id: call.id })).buyer_converted).toBe(true);
  await rollUp(ctx);
  await expectBooksBalance(ctx);
});
