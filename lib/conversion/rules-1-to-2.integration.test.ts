import { describe, expect, test } from "vitest";
import { recordCall } from "@/lib/inbound/record-calls";
import { rollUp } from "@/lib/ledger/roll-up";
import { inCompany } from "@/lib/platform/sql/in-company";
import { entriesOf } from "@/lib/testing/entries-of";
import { givenCall } from "@/lib/testing/factories/given-call";
import type { GivenContext } from "@/lib/testing/factories/given-company";
import { givenApiKey, givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenOneCall } from "@/lib/testing/factories/given-one-call";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { getCall } from "./get-call";
import { lockSide } from "./set-side";
import { updateCall } from "./update-call";

function inboxOf({ company }: GivenContext) {
  return inCompany(company.id, (tx) => tx.inbox.findMany({ where: { companyId: tx.company }, orderBy: { id: "asc" } }));
}

function eventsOf({ company }: GivenContext, callId: number) {
  return inCompany(company.id, (tx) => tx.updateEvent.findMany({ where: { companyId: tx.company, callId } }));
}

describe("1. The two sides are independent", () => {
  test("all four combinations are legal, and an update of one side never changes the other", async () => {
    const { ctx, id } = await givenOneCall();
    for (const [side, other] of [
      ["buyer_converted", "offer_converted"],
      ["offer_converted", "buyer_converted"],
    ] as const) {
      for (const value of [true, false]) {
        const before = await getCall(ctx, { id });
        const { call } = await updateCall(ctx, { id }, { [side]: value });
        expect(call[side]).toBe(value);
        expect(call[other]).toBe(before[other]);
      }
    }
    const { call } = await updateCall(ctx, { id }, { buyer_converted: true, offer_converted: true });
    expect(call).toMatchObject({ buyer_converted: true, offer_converted: true });
    await expectBooksBalance(ctx);
  });

  test("an offer that follows its buyer side follows both ways while nothing has decided it", async () => {
    const { ctx, id } = await givenOneCall({ convertsWithBuyer: true });
    const on = await updateCall(ctx, { id }, { buyer_converted: true });
    expect(on.call).toMatchObject({
      offer_converted: true,
      offer_decision: { mechanism: "follows_buyer", explicit: false },
    });
    const off = await updateCall(ctx, { id }, { buyer_converted: false });
    expect(off.call).toMatchObject({ offer_converted: false, offer_decision: { mechanism: "follows_buyer" } });
    await updateCall(ctx, { id }, { offer_converted: false });
    const decided = await updateCall(ctx, { id }, { buyer_converted: true });
    expect(decided.call).toMatchObject({
      offer_converted: false,
      offer_decision: { mechanism: "import", explicit: true },
    });
    await rollUp(ctx);
    await expectBooksBalance(ctx);
  });

  test("off by default, and never in the opposite direction", async () => {
    const { ctx, id } = await givenOneCall();
    expect((await updateCall(ctx, { id }, { buyer_converted: true })).call.offer_decision).toBeNull();
    const following = await givenOneCall({ convertsWithBuyer: true });
    const { call } = await updateCall(following.ctx, { id: following.id }, { offer_converted: true });
    expect(call).toMatchObject({ buyer_converted: false, buyer_decision: null });
  });
});

describe("2. Explicit updates take effect in the order they arrive", () => {
  test("the latest one holds; anybody may repeat and correct it, any number of times and by any route", async () => {
    const { ctx, id } = await givenOneCall();
    const { clock } = ctx;
    const contexts = [(await givenMember(ctx)).ctx, (await givenApiKey(ctx)).ctx, (await givenSecureToken(ctx)).ctx];
    for (let round = 0; round < 6; round += 1) {
      clock.advance({ days: 40 });
      const converted = round % 2 === 0;
      const { uuid } = await getCall(ctx, { id });
      const { call } = await updateCall(contexts[round % 3] ?? ctx, { uuid }, { buyer_converted: converted });
      expect(call.buyer_converted).toBe(converted);
    }
    await rollUp(ctx);
    expect(await entriesOf(ctx, id)).toHaveLength(6);
    await expectBooksBalance(ctx);
  });

  test("the newest content of an event again is a repetition, and is not applied", async () => {
    const { ctx, id } = await givenOneCall();
    const sent = { buyer_converted: true, event_id: "sale 1", tokens: { zip: "80202" } };
    expect(await updateCall(ctx, { id }, sent)).toMatchObject({ changed: true });
    await updateCall(ctx, { id }, { buyer_converted: false, tokens: { zip: "80203" } });
    expect(await updateCall(ctx, { id }, sent)).toMatchObject({
      changed: false,
      repeated: true,
      call: { buyer_converted: false, revenue: "10.00", tokens: { zip: "80203" } },
    });
    const other = await updateCall(ctx, { id }, { ...sent, event_id: "sale 2" });
    expect(other).toMatchObject({ changed: true, call: { buyer_converted: true } });
  });

  test("other content under an event id is applied as a correction; content from before it is held", async () => {
    const { ctx, id } = await givenOneCall();
    const key = (await givenApiKey(ctx)).ctx;
    const sent = { buyer_converted: true, revenue: "12", event_id: "sale 1" };
    await updateCall(key, { id }, sent);
    const corrected = await updateCall(key, { id }, { ...sent, revenue: "15" });
    expect(corrected).toMatchObject({ changed: true, call: { revenue: "15.00" } });
    expect(await updateCall(key, { id }, sent)).toMatchObject({
      changed: false,
      held: true,
      call: { revenue: "15.00" },
    });
    expect(await inboxOf(ctx)).toMatchObject([{ reason: "reused_event_id", side: "buyer", callId: BigInt(id) }]);
    await expectBooksBalance(ctx);
  });

  test("an event id belongs to its sender and call: elsewhere it is another event", async () => {
    const { ctx, id } = await givenOneCall();
    const key = await givenApiKey(ctx);
    const { id: otherId } = await givenCall(ctx);
    await updateCall(ctx, { id }, { buyer_converted: true, event_id: "sale 1" });
    expect(await updateCall(key.ctx, { id }, { revenue: "12", event_id: "sale 1" })).toMatchObject({ changed: true });
    expect(await updateCall(ctx, { id: otherId }, { buyer_converted: true, event_id: "sale 1" })).toMatchObject({
      changed: true,
    });
  });

  test("an event that was rejected may be sent again", async () => {
    const { ctx, offer, buyer } = await givenOneCall();
    const { call } = await recordCall(ctx, { offer_id: offer.id });
    const sent = { buyer_converted: true, event_id: "sale 1" };
    await expect(updateCall(ctx, { id: call.id }, sent)).rejects.toThrow();
    expect(await updateCall(ctx, { id: call.id }, { ...sent, buyer_id: buyer.id })).toMatchObject({ changed: true });
  });

  test("an older update is recorded and not applied, side by side", async () => {
    const { ctx, id } = await givenOneCall();
    const { clock } = ctx;
    const earlier = clock.now();
    clock.advance({ hours: 2 });
    await updateCall(ctx, { id }, { buyer_converted: false });
    const sent = { buyer_converted: true, offer_converted: true, occurred_at: earlier, event_id: "late" };
    expect(await updateCall(ctx, { id }, sent)).toMatchObject({
      changed: true,
      superseded: true,
      call: { buyer_converted: false, offer_converted: true },
    });
    expect(await updateCall(ctx, { id }, sent)).toMatchObject({ repeated: true });
    const newest = await updateCall(ctx, { id }, { buyer_converted: true, occurred_at: clock.now() });
    expect(newest).toMatchObject({ changed: true, call: { buyer_converted: true } });
  });

  test("an older update without an event name is recorded too, each time it arrives", async () => {
    const { ctx, id } = await givenOneCall();
    const earlier = ctx.clock.now();
    ctx.clock.advance({ hours: 2 });
    await updateCall(ctx, { id }, { buyer_converted: false });
    expect(await eventsOf(ctx, id)).toEqual([]);
    const late = { buyer_converted: true, occurred_at: earlier };
    for (const _ of ["once", "again"]) {
      expect(await updateCall(ctx, { id }, late)).toMatchObject({ changed: false, superseded: true });
    }
    const event = { outcome: "older", occurredAt: earlier, receivedAt: ctx.clock.now() };
    expect(await eventsOf(ctx, id)).toMatchObject([event, event]);
  });

  test("a locked side holds updates from outside in the inbox, answered with held, and accepts a person's", async () => {
    const { ctx, id } = await givenOneCall();
    const [person, key] = [(await givenMember(ctx)).ctx, (await givenApiKey(ctx)).ctx];
    await updateCall(person, { id }, { buyer_converted: true });
    await lockSide(person, { id }, { side: "buyer", locked: true });
    const sent = { buyer_converted: false, offer_converted: true, revenue: "1", event_id: "no sale" };
    const held = await updateCall(key, { id }, sent);
    expect(held).toMatchObject({
      status: 200,
      held: true,
      changed: true,
      call: { buyer_converted: true, revenue: "10.00", offer_converted: true },
    });
    expect(await inboxOf(ctx)).toMatchObject([
      { reason: "locked", side: "buyer", callId: BigInt(id), mechanism: "api", payload: sent },
    ]);
    expect(await updateCall(key, { id }, sent)).toMatchObject({ repeated: true, changed: false });
    expect(await inboxOf(ctx)).toHaveLength(1);
    const corrected = await updateCall(person, { id }, { buyer_converted: false });
    expect(corrected).toMatchObject({ changed: true, call: { buyer_converted: false, buyer_locked: true } });
    await lockSide(person, { id }, { side: "buyer", locked: false });
    expect(await updateCall(key, { id }, { buyer_converted: true })).toMatchObject({ changed: true });
    await expectBooksBalance(ctx);
  });
});

describe("2. An update that names no field", () => {
  test("is rejected, and does not consume its event id", async () => {
    const { ctx, id } = await givenOneCall();
    await expect(updateCall(ctx, { id }, { event_id: "sale 1" })).rejects.toMatchObject({ code: "invalid" });
    const sent = await updateCall(ctx, { id }, { buyer_converted: true, event_id: "sale 1" });
    expect(sent).toMatchObject({ changed: true, call: { version: 1 } });
  });
});
