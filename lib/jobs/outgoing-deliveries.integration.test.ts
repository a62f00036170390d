import { afterEach, beforeEach, expect, test } from "vitest";
import { Invalid } from "@/lib/base/errors";
import { updateCall } from "@/lib/conversion/update-call";
import { LEASE_MS } from "@/lib/outbound/dispatch-endpoint";
import { Dispatcher } from "@/lib/outbound/dispatcher";
import { listDeliveries } from "@/lib/outbound/list-deliveries";
import { resendRange } from "@/lib/outbound/resend";
import { claimDeliveries } from "@/lib/outbound/sql/claim-deliveries";
import { systemClock } from "@/lib/platform/config/clock";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { givenCall, givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { convert, dispatch, givenEndpoint } from "@/lib/testing/outbound/given-endpoint";
import { WebhookReceiver } from "@/lib/testing/outbound/webhook-receiver";

let receiver: WebhookReceiver;
let ctx: GivenContext;
beforeEach(async () => {
  receiver = await new WebhookReceiver().start();
  ({ ctx } = await givenCompany());
});
afterEach(() => receiver.stop());

const SOON = { timeout: 30_000, interval: 20 };

const ofCall = (id: number) =>
  receiver.received.filter(({ event }) => (event.data.call as { id: number } | undefined)?.id === id);

test("keeps the order of a call while an earlier event fails, and delays no other call", async () => {
  const { id } = await givenEndpoint(ctx, receiver);
  const [slow, quick] = await givenCalls(ctx, [{}, {}]);
  if (!slow || !quick) throw new Error("two calls gave fewer");
  receiver.answer = ({ event }) =>
    (event.data.call as { id: number }).id === slow.id && receiver.received.length < 9
      ? { status: 503 }
      : { status: 200 };
  for (const { id: callId } of [slow, quick]) {
    await convert(ctx, callId);
    await updateCall(ctx, { id: callId }, { revenue: "11.00" });
    await updateCall(ctx, { id: callId }, { buyer_converted: false });
  }
  const order = ["buyer.converted", "buyer.repriced", "buyer.reversed"];
  await dispatch(ctx, id);
  expect(ofCall(quick.id).map(({ event }) => event.type)).toEqual(order);
  expect(ofCall(slow.id).map(({ event }) => event.type)).toEqual(["buyer.converted"]);
  for (let tries = 0; tries < 12; tries += 1) {
    ctx.clock.advance({ minutes: 30 });
    await dispatch(ctx, id);
  }
  const types = ofCall(slow.id).map(({ event }) => event.type);
  expect(types.slice(-3)).toEqual(order);
  expect(new Set(types.slice(0, -2))).toEqual(new Set(["buyer.converted"]));
  expect(new Set(ofCall(slow.id).map((post) => post.id)).size).toBe(3);
});

test("reaches a receiver that was down for 72 hours, with the ids and bodies of the first attempt", async () => {
  const { id } = await givenEndpoint(ctx, receiver);
  receiver.answer = () => ({ status: 500, body: "down" });
  const calls = await givenCalls(
    ctx,
    Array.from({ length: 30 }, () => ({})),
  );
  for (const call of calls) await convert(ctx, call.id, { offer_converted: true });
  const until = ctx.now().getTime() + 72 * 3_600_000;
  while (ctx.now().getTime() < until) {
    await dispatch(ctx, id);
    ctx.clock.advance({ hours: 2 });
  }
  const before = new Map(receiver.received.splice(0).map((post) => [post.id, post.text]));
  expect(before.size).toBeGreaterThanOrEqual(30);
  receiver.answer = () => ({ status: 204 });
  await dispatch(ctx, id);
  await dispatch(ctx, id);
  expect(receiver.received).toHaveLength(60);
  for (const post of receiver.received) if (before.has(post.id)) expect(post.text).toBe(before.get(post.id));
  const { deliveries } = await listDeliveries(ctx, id, { per_page: 100 });
  expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(["delivered"]));
});

test("is given up after three days, and what is missing is sent again on request", async () => {
  const { id } = await givenEndpoint(ctx, receiver);
  receiver.answer = () => ({ status: 500 });
  const call = await givenCall(ctx);
  await convert(ctx, call.id);
  for (let tries = 0; tries < 60; tries += 1) {
    await dispatch(ctx, id);
    ctx.clock.advance({ hours: 2 });
  }
  const { deliveries } = await listDeliveries(ctx, id, { state: "given_up" });
  expect(deliveries).toMatchObject([{ last_problem: "Answered 500.", next_attempt_at: null }]);
  receiver.received.splice(0);
  receiver.answer = () => ({ status: 200 });
  await convert(ctx, call.id, { revenue: "11.00" });
  await dispatch(ctx, id);
  expect(await resendRange(ctx, id, { missing: true })).toBe(1);
  await dispatch(ctx, id);
  expect(receiver.types).toEqual(["buyer.repriced", "buyer.converted"]);
  expect(await resendRange(ctx, id, { missing: true })).toBe(0);
  expect(await resendRange(ctx, id, { from: new Date(0) })).toBe(2);
  await dispatch(ctx, id);
  expect(receiver.types.slice(2)).toEqual(["buyer.converted", "buyer.repriced"]);
  await expect(resendRange(ctx, id, {})).rejects.toThrow(Invalid);
});

test("survives a dispatcher that is killed twenty times: every event arrives", async () => {
  const { id } = await givenEndpoint(ctx, receiver);
  const calls = await givenCalls(
    ctx,
    Array.from({ length: 40 }, () => ({})),
  );
  for (const call of calls) await convert(ctx, call.id, { offer_converted: true });
  for (let kills = 0; kills < 20; kills += 1) {
    const now = ctx.now();
    const leasedUntil = new Date(now.getTime() + LEASE_MS);
    // What a killed dispatcher leaves behind: claimed, perhaps sent, not recorded.
    await inCompanySql(ctx.company.id, (tx) => claimDeliveries(tx, { endpointId: id, now, leasedUntil, atMost: 7 }));
    ctx.clock.advance({ minutes: 3 });
  }
  expect(receiver.received).toEqual([]);
  await dispatch(ctx, id);
  expect(receiver.received).toHaveLength(80);
  for (const call of calls) {
    expect(ofCall(call.id).map(({ event }) => event.type)).toEqual(["buyer.converted", "offer.converted"]);
  }
});

test("is made once by several dispatchers, and a receiver that never answers slows no other", async () => {
  const hanging = await new WebhookReceiver().start();
  hanging.answer = () => null;
  ctx.clock.set(systemClock());
  await givenEndpoint(ctx, receiver, { url: hanging.url });
  const { id } = await givenEndpoint(ctx, receiver);
  const calls = await givenCalls(
    ctx,
    Array.from({ length: 120 }, () => ({})),
  );
  await Promise.all(calls.map((call) => convert(ctx, call.id, { offer_converted: true })));
  const dispatchers = [new Dispatcher(systemClock), new Dispatcher(systemClock)];
  try {
    await expect.poll(() => receiver.received.length, SOON).toBe(240);
    await expect.poll(() => hanging.received.length, SOON).toBeGreaterThan(0);
    expect(new Set(receiver.received.map((post) => post.id)).size).toBe(240);
    for (const call of calls) {
      expect(ofCall(call.id).map(({ event }) => event.type)).toEqual(["buyer.converted", "offer.converted"]);
    }
    const waiting = async () => (await listDeliveries(ctx, id, { state: "waiting" })).deliveries;
    await expect.poll(waiting, SOON).toEqual([]);
  } finally {
    await hanging.stop();
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
  }
});
