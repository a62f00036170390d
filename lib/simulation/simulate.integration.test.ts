import { expect, test } from "vitest";
import { addTokens } from "@/lib/conversion/add-tokens";
import { lockSide } from "@/lib/conversion/set-side";
import { updateCall } from "@/lib/conversion/update-call";
import { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";
import { saveBuyerSettings } from "@/lib/settings/save-settings";
import { createTerms } from "@/lib/terms/create-terms";
import { givenCall, givenCalls } from "@/lib/testing/factories/given-call";
import { givenCap } from "@/lib/testing/factories/given-cap";
import { type CompanyOptions, type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenOfferSettings } from "@/lib/testing/factories/given-settings";
import { simulateBuyer, simulateOffer } from "./simulate";

const minutesAgo = (ctx: GivenContext, minutes: number) => new Date(ctx.now().getTime() - minutes * 60_000);
const NEW_CALLERS = { name: "New callers", duplicates: { seconds: 86_400, counts: "converted" } };
const at = (amount: string) => ({ kind: "fixed", amount });

async function setup(options: CompanyOptions = {}) {
  const { ctx } = await givenCompany(options);
  const call = (minutes: number, more: object = {}) =>
    givenCall(ctx, { started_at: minutesAgo(ctx, minutes), ...more });
  const simulate = (settings: object, days = 1) =>
    simulateBuyer(ctx, ctx.buyer.id, { settings: BuyerSettings.parse(settings), days });
  return { ctx, call, simulate };
}

test("of two calls of one caller the earlier one converts, whichever was recorded first or is converted now", async () => {
  const { ctx, call, simulate } = await setup();
  const [later, earlier] = [await call(10), await call(20)];
  await call(15, { caller: "anonymous" });
  await call(15, { caller: "anonymous" });
  const { after, calls } = await simulate({ rules: [NEW_CALLERS] });
  expect(after).toMatchObject({ calls: 4, conversions: 3 });
  expect(calls.map(({ id }) => id)).not.toContain(later.id);
  await updateCall(ctx, { id: earlier.id }, { buyer_converted: false });
  expect((await simulate({ rules: [NEW_CALLERS] })).calls.map(({ id }) => id)).toContain(later.id);
});

test("a call from before the simulated days makes duplicates in its current state", async () => {
  const { ctx, call, simulate } = await setup();
  const before = await call(26 * 60);
  await call(60);
  const rules = [{ ...NEW_CALLERS, duplicates: { seconds: 2 * 86_400, counts: "converted" } }];
  expect((await simulate({ rules })).after).toMatchObject({ calls: 1, conversions: 1 });
  await updateCall(ctx, { id: before.id }, { buyer_converted: true });
  expect((await simulate({ rules })).after).toMatchObject({ calls: 1, conversions: 0 });
  expect((await simulate({ rules }, 2)).after).toMatchObject({ calls: 2, conversions: 1 });
});

test("duplicates are found across pages", async () => {
  const { ctx, simulate } = await setup();
  const caller = (place: number) => `+1303555${String(place % 3_000).padStart(4, "0")}`;
  const minutes = (place: number) => minutesAgo(ctx, 1_400 - place / 5);
  const calls = Array.from({ length: 6_000 }, (_, place) => ({ caller: caller(place), started_at: minutes(place) }));
  for (let from = 0; from < calls.length; from += 1_000) await givenCalls(ctx, calls.slice(from, from + 1_000));
  expect((await simulate({ rules: [NEW_CALLERS] })).after).toMatchObject({ calls: 6_000, conversions: 3_000 });
});

test("explicit sides stay and are priced by the draft; stated amounts and locked sides stay", async () => {
  const { ctx, call, simulate } = await setup();
  const sent = await call(40);
  await updateCall(ctx, { id: sent.id }, { buyer_converted: true });
  const stated = await call(30);
  await updateCall(ctx, { id: stated.id }, { buyer_converted: true, revenue: "7.00" });
  const refused = await call(20);
  await updateCall(ctx, { id: refused.id }, { buyer_converted: false });
  const locked = await call(10);
  await lockSide(ctx, { id: locked.id }, { side: "buyer", locked: true });
  const simulation = await simulate({ rules: [{ name: "All", amount: at("15.00") }] });
  expect(simulation.before).toMatchObject({ conversions: 2, revenue: "17.00" });
  expect(simulation.after).toMatchObject({ conversions: 2, revenue: "22.00" });
  expect(simulation.calls).toMatchObject([
    {
      id: sent.id,
      uuid: sent.uuid,
      before: { amount: "10.00" },
      after: { converted: true, amount: "15.00", by: null },
    },
  ]);
});

test("newer prices change no existing amount that the draft does not change", async () => {
  const { ctx, call, simulate } = await setup();
  const [sent, byFacts] = [await call(20), await call(10)];
  await updateCall(ctx, { id: sent.id }, { buyer_converted: true });
  const settings = BuyerSettings.parse({ rules: [{ name: "All" }] });
  await saveBuyerSettings(ctx, ctx.buyer.id, { version: 0, settings, valid_from: minutesAgo(ctx, 30) });
  await addTokens(ctx, { id: byFacts.id }, { tokens: { zip: "80202" } });
  const dearer = { buyerId: ctx.buyer.id, validFrom: minutesAgo(ctx, 60), amountMinor: 1_200n };
  await createTerms(ctx, { prices: [dearer], payouts: [] });
  const simulation = await simulate({ rules: [{ name: "All" }] });
  expect(simulation).toMatchObject({ before: { conversions: 2 }, after: { revenue: "20.00" }, differing: 0 });
});

test("a cap that stops automatic conversion stops simulated calls, beside the usage of other calls", async () => {
  const { ctx, call, simulate } = await setup();
  await givenCap(ctx, { span: "total", limit: "3" });
  const before = await call(26 * 60);
  await updateCall(ctx, { id: before.id }, { buyer_converted: true });
  const inOrder = [await call(50), await call(40), await call(30)];
  const simulation = await simulate({ rules: [{ name: "All" }] });
  expect(simulation.after).toMatchObject({ calls: 3, conversions: 2 });
  expect(simulation.calls.map(({ id }) => id)).toEqual([inOrder[1]?.id, inOrder[0]?.id]);
  expect((await simulate({ rules: [{ name: "All" }] }, 2)).after).toMatchObject({ calls: 4, conversions: 3 });
});

test("the payout follows the charge, and an offer side that follows converts with its buyer side", async () => {
  const { ctx, call, simulate } = await setup({ payout: { percentBasisPoints: 6_000 } });
  ctx.clock.advance({ days: -1 });
  await givenOfferSettings(ctx, { converts_with_buyer: true });
  ctx.clock.advance({ days: 1 });
  await call(10);
  const { after } = await simulate({ rules: [{ name: "All", amount: at("15.00") }] });
  expect(after).toMatchObject({ conversions: 1, revenue: "15.00", payout: "9.00", margin: "6.00" });
});

test("an offer's draft decides only the offer side, for any buyer", async () => {
  const { ctx, call } = await setup();
  const [one, other] = [await call(20), await call(10, { buyer_id: ctx.otherBuyer.id })];
  await updateCall(ctx, { id: one.id }, { buyer_converted: true });
  const settings = OfferSettings.parse({ rules: [NEW_CALLERS] });
  const simulation = await simulateOffer(ctx, ctx.offer.id, { settings, days: 1 });
  expect(simulation.before).toMatchObject({ calls: 2, conversions: 0, revenue: "10.00", payout: "0.00" });
  expect(simulation.after).toMatchObject({ calls: 2, conversions: 1, revenue: "10.00", payout: "6.00" });
  expect(simulation.calls).toMatchObject([{ id: one.id, after: { converted: true, by: "New callers" } }]);
  const following = OfferSettings.parse({ converts_with_buyer: true });
  const followed = await simulateOffer(ctx, ctx.offer.id, { settings: following, days: 1 });
  expect(followed.calls).toMatchObject([{ id: one.id, after: { converted: true, by: null } }]);
  expect(followed.calls.map(({ id }) => id)).not.toContain(other.id);
});

test("amounts need their permission", async () => {
  const { ctx, call } = await setup();
  await call(10);
  const { ctx: member } = await givenMember(ctx, "owner", { "call.revenue": "none" });
  const settings = BuyerSettings.parse({ rules: [{ name: "All" }] });
  const { after, calls } = await simulateBuyer(member, ctx.buyer.id, { settings, days: 1 });
  expect(after).toEqual({ calls: 1, conversions: 1, payout: "0.00" });
  expect(calls[0]?.after).toEqual({ converted: true, by: "All" });
});
