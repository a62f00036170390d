import { expect, test } from "vitest";
import { accessOf } from "@/lib/access/domain/roles";
import { updateCall } from "@/lib/conversion/update-call";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { getPartyActivity } from "./get-party-activity";

const DAY_MS = 24 * 60 * 60 * 1000;

async function givenActivity() {
  const { ctx } = await givenCompany();
  const daysAgo = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS);
  const both = { buyer_converted: true, offer_converted: true };
  for (const days of [1, 29.9, 30.1]) {
    const { id } = await givenCall(ctx, { started_at: daysAgo(days), answered_at: undefined, ended_at: undefined });
    await updateCall(ctx, { id }, both);
  }
  const { id } = await givenCall(ctx, { started_at: daysAgo(2), answered_at: undefined, ended_at: undefined });
  await updateCall(ctx, { id }, both);
  await updateCall(ctx, { id }, { buyer_converted: false });
  return ctx;
}

const as = (ctx: GivenContext, role: string): GivenContext => ({
  ...ctx,
  actor: { type: "member", id: 1, name: "Ana Ruiz", access: accessOf(role, {}) },
});

test("the last 30 days of a party: calls by their start, and what stands converted on its side", async () => {
  const ctx = await givenActivity();
  const [buyer, offer] = [
    { conversions: 2, revenue: "20.00" },
    { conversions: 3, payout: "18.00" },
  ];
  const of = (type: "buyer" | "offer" | "traffic_source", id: number) => getPartyActivity(ctx, { type, id });
  expect(await of("buyer", ctx.buyer.id)).toEqual({ days: 30, calls: 3, buyer });
  expect(await of("traffic_source", ctx.trafficSource.id)).toEqual({ days: 30, calls: 3, offer });
  expect(await of("offer", ctx.offer.id)).toEqual({ days: 30, calls: 3, buyer, offer });
  expect(await of("buyer", ctx.otherBuyer.id)).toMatchObject({ calls: 0, buyer: { conversions: 0, revenue: "0.00" } });
});

test("a member who may not see amounts sees counts", async () => {
  const ctx = await givenActivity();
  expect(await getPartyActivity(as(ctx, "viewer"), { type: "offer", id: ctx.offer.id })).toEqual({
    days: 30,
    calls: 3,
    buyer: { conversions: 2 },
    offer: { conversions: 3 },
  });
});
