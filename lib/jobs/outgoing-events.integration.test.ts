import { afterEach, beforeEach, expect, test } from "vitest";
import { NotFound } from "@/lib/base/errors";
import { lockSide } from "@/lib/conversion/set-side";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { EVENT_TYPES } from "@/lib/outbound/domain/event-type";
import { listDeliveries } from "@/lib/outbound/list-deliveries";
import { deleteWebhookEndpoint, updateWebhookEndpoint } from "@/lib/outbound/update-endpoint";
import { closePeriod } from "@/lib/period/close-period";
import { WARNINGS } from "@/lib/period/domain/warning";
import { systemClock } from "@/lib/platform/config/clock";
import { issueStatements } from "@/lib/statement/issue-statements";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { convert, dispatch, givenEndpoint } from "@/lib/testing/outbound/given-endpoint";
import { isSigned, WebhookReceiver } from "@/lib/testing/outbound/webhook-receiver";

let receiver: WebhookReceiver;
let ctx: GivenContext;
beforeEach(async () => {
  receiver = await new WebhookReceiver().start();
  ({ ctx } = await givenCompany());
});
afterEach(() => receiver.stop());

/** As the receiver saw them: `buyer.converted 0.00→10.00`. */
const amounts = () =>
  receiver.received.map(({ event: { type, data } }) => {
    const side = type.startsWith("buyer") ? ["revenue_before", "revenue"] : ["payout_before", "payout"];
    return `${type} ${side.map((field) => data[field]).join("→")}`;
  });

test("tell of a call, its conversions, price changes, moves, reversals, and entries, signed", async () => {
  const { id, secret } = await givenEndpoint(ctx, receiver, { events: [...EVENT_TYPES] });
  ctx.clock.set(systemClock());
  const call = await givenCall(ctx);
  await convert(ctx, call.id, { offer_converted: true });
  await updateCall(ctx, { id: call.id }, { revenue: "12.50" });
  await updateCall(ctx, { id: call.id }, { buyer_id: ctx.otherBuyer.id });
  await updateCall(ctx, { id: call.id }, { offer_converted: false });
  await rollUp(ctx);
  await dispatch(ctx, id);
  expect(receiver.types.filter((type) => type !== "entry.posted")).toEqual([
    "call.created",
    "buyer.converted",
    "offer.converted",
    "call.updated",
    "buyer.repriced",
    "call.updated",
    "buyer.reversed",
    "buyer.converted",
    "call.updated",
    "offer.reversed",
    "call.updated",
  ]);
  expect(amounts().filter((text) => /^(buyer|offer)/.test(text))).toEqual([
    "buyer.converted 0.00→10.00",
    "offer.converted 0.00→6.00",
    "buyer.repriced 10.00→12.50",
    "buyer.reversed 12.50→0.00",
    "buyer.converted 0.00→12.50",
    "offer.reversed 6.00→0.00",
  ]);
  const entries = receiver.received.filter(({ event }) => event.type === "entry.posted");
  expect(entries.map(({ event }) => event.data.entry)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        kind: "charge",
        amount: "10.00",
        party: { type: "buyer", id: ctx.buyer.id },
        call: { id: call.id, uuid: call.uuid },
        rollup_id: 1,
      }),
    ]),
  );
  expect(entries.length).toBeGreaterThan(4);
  expect(receiver.received.every((post) => isSigned(post, secret))).toBe(true);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(receiver.received.length);
});

test("reach the endpoint of a buyer and of a traffic source without the other side", async () => {
  const both = ["call.created", "call.updated", "entry.posted"] as const;
  const buyer = await givenEndpoint(ctx, receiver, {
    events: [...both, "buyer.converted", "buyer.repriced", "buyer.reversed"],
    buyer_id: ctx.buyer.id,
  });
  const source = await givenEndpoint(ctx, receiver, {
    events: [...both, "offer.converted", "offer.repriced", "offer.reversed"],
    traffic_source_id: ctx.trafficSource.id,
  });
  const call = await givenCall(ctx);
  await convert(ctx, call.id, { offer_converted: true, revenue: "77.77", payout: "33.33" });
  await convert(ctx, (await givenCall(ctx, { buyer_id: ctx.otherBuyer.id, traffic_source_id: undefined })).id);
  await updateCall(ctx, { id: call.id }, { buyer_id: ctx.otherBuyer.id });
  await rollUp(ctx);

  await dispatch(ctx, buyer.id);
  const seenByBuyer = receiver.received.splice(0);
  expect(seenByBuyer.map(({ event }) => event.type)).toEqual(
    expect.arrayContaining(["call.created", "call.updated", "buyer.converted", "buyer.reversed", "entry.posted"]),
  );
  expect(seenByBuyer.some(({ text }) => text.includes("77.77"))).toBe(true);
  expect(seenByBuyer.filter(({ text }) => /33\.33|payout|traffic_source|offer_converted/.test(text))).toEqual([]);
  expect(seenByBuyer.filter(({ text }) => text.includes(`"buyer_id":${ctx.otherBuyer.id}`))).toEqual([]);

  await dispatch(ctx, source.id);
  expect(receiver.types).toEqual(expect.arrayContaining(["call.created", "offer.converted", "entry.posted"]));
  expect(receiver.received.some(({ text }) => text.includes("33.33"))).toBe(true);
  expect(receiver.received.filter(({ text }) => /77\.77|revenue|buyer/.test(text))).toEqual([]);
});

test("pass the filters of an endpoint only if they match", async () => {
  const ids = [
    (await givenEndpoint(ctx, receiver, { buyer_ids: [ctx.otherBuyer.id] })).id,
    (await givenEndpoint(ctx, receiver, { traffic_source_ids: [ctx.otherTrafficSource.id] })).id,
    (await givenEndpoint(ctx, receiver, { mechanisms: ["duration"] })).id,
    (await givenEndpoint(ctx, receiver, { events: ["buyer.reversed"] })).id,
    (
      await givenEndpoint(ctx, receiver, {
        offer_ids: [ctx.offer.id],
        buyer_ids: [ctx.buyer.id],
        mechanisms: ["import"],
      })
    ).id,
  ];
  const call = await givenCall(ctx);
  await convert(ctx, call.id);
  const seen: number[] = [];
  for (const id of ids) seen.push(await dispatch(ctx, id));
  expect(seen).toEqual([0, 0, 0, 0, 1]);
});

test("are not queued for a company without endpoints, nor for paused ones lost, nor for deleted ones", async () => {
  const call = await givenCall(ctx);
  await convert(ctx, call.id);
  const { id } = await givenEndpoint(ctx, receiver);
  expect(await dispatch(ctx, id)).toBe(0);
  await updateWebhookEndpoint(ctx, id, { state: "paused" });
  await convert(ctx, call.id, { revenue: "11.00" });
  expect(await dispatch(ctx, id)).toBe(0);
  await updateWebhookEndpoint(ctx, id, { state: "active" });
  expect(await dispatch(ctx, id)).toBe(1);
  await convert(ctx, call.id, { revenue: "12.00" });
  await deleteWebhookEndpoint(ctx, id);
  expect(await dispatch(ctx, id)).toBe(0);
  await expect(listDeliveries(ctx, id, {})).rejects.toThrow(NotFound);
});

test("tell of an issued statement, a closed month, and an item that waits, each to whom it concerns", async () => {
  ctx.clock.set("2026-12-02T17:00:00Z");
  const company = await givenEndpoint(ctx, receiver, {
    events: ["statement.issued", "period.closed", "inbox.waiting"],
  });
  const buyer = await givenEndpoint(ctx, receiver, { events: ["statement.issued"], buyer_id: ctx.buyer.id });
  const call = await givenCall(ctx, { started_at: new Date("2026-11-20T18:00:00Z") });
  await convert(ctx, call.id, { offer_converted: true });
  await issueStatements(ctx);
  await closePeriod(ctx, { month: "2026-11", acknowledge: WARNINGS });
  await lockSide(ctx, { id: call.id }, { side: "buyer", locked: true });
  await updateCall({ ...ctx, actor: { ...ctx.actor, type: "api_key", id: 1 } }, { id: call.id }, { revenue: "1.00" });

  await dispatch(ctx, company.id);
  const seen = receiver.received.splice(0).map(({ event: { type, data } }) => ({ type, ...data }));
  expect(seen).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        type: "statement.issued",
        statement: expect.objectContaining({ party: { type: "buyer", id: ctx.buyer.id }, billed: "10.00" }),
      }),
      expect.objectContaining({
        type: "statement.issued",
        statement: expect.objectContaining({
          party: { type: "traffic_source", id: ctx.trafficSource.id },
          billed: "6.00",
        }),
      }),
      { type: "period.closed", month: "2026-11" },
      {
        type: "inbox.waiting",
        item: { id: expect.any(Number), reason: "locked", call_id: call.id, side: "buyer", mechanism: "api" },
      },
    ]),
  );
  expect(seen).toHaveLength(4);

  await dispatch(ctx, buyer.id);
  expect(receiver.received.map(({ event }) => event.data.statement)).toEqual([
    expect.objectContaining({ party: { type: "buyer", id: ctx.buyer.id } }),
  ]);
});
