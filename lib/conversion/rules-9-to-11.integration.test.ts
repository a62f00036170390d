import { describe, expect, test } from "vitest";
import { recordCall } from "@/lib/inbound/record-calls";
import { rollUp } from "@/lib/ledger/roll-up";
import { createRuleSets } from "@/lib/settings/create-rule-sets";
import { createTerms } from "@/lib/terms/create-terms";
import { entriesOf } from "@/lib/testing/entries-of";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenOneCall } from "@/lib/testing/factories/given-one-call";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { getCall } from "./get-call";
import { updateCall } from "./update-call";

describe("9. Rules, settings and terms are dated", () => {
  test("a call is evaluated by those in force at its start, and edits never change past calls", async () => {
    const { ctx, id, buyer, offer, trafficSource } = await givenOneCall({ payout: { percentBasisPoints: 5000 } });
    await updateCall(ctx, { id }, { buyer_converted: true, offer_converted: true });
    const now = ctx.now();
    await createTerms(ctx, {
      prices: [{ buyerId: buyer.id, validFrom: now, amountMinor: 4000n }],
      payouts: [{ offerId: offer.id, trafficSourceId: trafficSource.id, validFrom: now, percentBasisPoints: 10_000 }],
    });
    await createRuleSets(ctx, [{ offerId: offer.id, validFrom: now, convertsWithBuyer: true }]);
    ctx.clock.advance({ hours: 1 });
    expect(await updateCall(ctx, { id }, { buyer_converted: true })).toMatchObject({ changed: false });
    const again = await updateCall(ctx, { id }, { buyer_converted: false });
    expect(again.call).toMatchObject({ offer_converted: true });
    expect((await updateCall(ctx, { id }, { buyer_converted: true })).call).toMatchObject({
      revenue: "10.00",
      payout: "5.00",
    });
    const { id: newId } = await givenCall(ctx, { started_at: now, answered_at: now, ended_at: now });
    const { call } = await updateCall(ctx, { id: newId }, { buyer_converted: true });
    expect(call).toMatchObject({ revenue: "40.00", offer_converted: true, payout: "40.00" });
  });

  test("backdated terms leave existing amounts as they were priced", async () => {
    const { ctx, id, buyer, offer } = await givenOneCall({ payout: { percentBasisPoints: 5000 } });
    await updateCall(ctx, { id }, { buyer_converted: true, offer_converted: true });
    const validFrom = new Date("2026-01-01T00:00:00Z");
    await createTerms(ctx, {
      prices: [{ buyerId: buyer.id, validFrom, amountMinor: 4000n }],
      payouts: [{ offerId: offer.id, validFrom, percentBasisPoints: 10_000 }],
    });
    expect(await updateCall(ctx, { id }, { buyer_converted: true, offer_converted: true })).toMatchObject({
      changed: false,
    });
    const { call } = await updateCall(ctx, { id }, { revenue: "20" });
    expect(call).toMatchObject({ revenue: "20.00", payout: "10.00" });
    await expectBooksBalance(ctx);
  });
});

describe("10. A save names the version it was made from", () => {
  test("a stale save is rejected with the changes since and their authors, and nothing of it is saved", async () => {
    const { ctx, id } = await givenOneCall();
    const [first, second] = [await givenMember(ctx, "manager"), await givenMember(ctx, "owner")];
    await updateCall(first.ctx, { id }, { buyer_converted: true, reason: "Sold on the phone.", version: 0 });
    const stale = updateCall(second.ctx, { id }, { offer_converted: true, version: 0 });
    await expect(stale).rejects.toMatchObject({
      code: "stale_version",
      call: { version: 1, buyer_converted: true },
      changes: [{ version: 1, actor: { name: "Robin the manager" }, buyer_converted: { from: false, to: true } }],
    });
    expect(await getCall(ctx, { id })).toMatchObject({ version: 1, offer_converted: false });
    expect(await updateCall(second.ctx, { id }, { offer_converted: true, version: 1 })).toMatchObject({
      changed: true,
    });
  });

  test("fields that were not sent are unchanged", async () => {
    const { ctx, id } = await givenOneCall();
    await updateCall(ctx, { id }, { buyer_converted: true, revenue: "12", payout: "3" });
    const { call } = await updateCall(ctx, { id }, { offer_converted: true });
    expect(call).toMatchObject({ buyer_converted: true, revenue: "12.00", payout: "3.00", offer_converted: true });
  });
});

test("11. A repeated intake fills empty fields; it never replaces parties or amounts of a decided call", async () => {
  const { ctx, offer, buyer, otherBuyer, trafficSource } = await givenCompany();
  const { call } = await recordCall(ctx, { external_id: "CA-1", offer_id: offer.id, buyer_id: buyer.id });
  await updateCall(ctx, { id: call.id }, { buyer_converted: true, revenue: "25" });
  await recordCall(ctx, { external_id: "CA-1", buyer_id: otherBuyer.id, traffic_source_id: trafficSource.id });
  expect(await getCall(ctx, { id: call.id })).toMatchObject({
    ...{ buyer: { id: buyer.id }, traffic_source: { id: trafficSource.id }, revenue: "25.00", version: 2 },
  });
  await rollUp(ctx);
  expect(await entriesOf(ctx, call.id)).toEqual(["1 charge 2500"]);
  await expectBooksBalance(ctx);
});
