import { describe, expect, test } from "vitest";
import { recordCall } from "@/lib/inbound/record-calls";
import { rollUp } from "@/lib/ledger/roll-up";
import { readBooks } from "@/lib/testing/books/read-books";
import { entriesOf } from "@/lib/testing/entries-of";
import { givenOneCall } from "@/lib/testing/factories/given-one-call";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { getCall } from "./get-call";
import { updateCall } from "./update-call";

describe("6. A conversion needs its party", () => {
  test("buyer_converted=true needs a buyer, offer_converted=true a traffic source: from the call or the request", async () => {
    const { ctx, offer, buyer, trafficSource } = await givenOneCall();
    const { id } = (await recordCall(ctx, { offer_id: offer.id })).call;
    await expect(updateCall(ctx, { id }, { buyer_converted: true })).rejects.toMatchObject({
      code: "invalid",
      errors: { buyer_id: expect.stringContaining("Choose a buyer") },
    });
    await expect(updateCall(ctx, { id }, { offer_converted: true })).rejects.toMatchObject({
      errors: { traffic_source_id: expect.stringContaining("Choose a traffic source") },
    });
    expect(await updateCall(ctx, { id }, { buyer_converted: false })).toMatchObject({ changed: true });
    const named = {
      buyer_converted: true,
      offer_converted: true,
      buyer_id: buyer.id,
      traffic_source_id: trafficSource.id,
    };
    expect((await updateCall(ctx, { id }, named)).call).toMatchObject({ revenue: "10.00", payout: "6.00" });
  });

  test("a rejected request saves nothing, not even its other side, tokens or reason", async () => {
    const { ctx, offer } = await givenOneCall();
    const { id } = (await recordCall(ctx, { offer_id: offer.id })).call;
    const before = await getCall(ctx, { id });
    const mixed = { buyer_converted: true, offer_converted: false, tokens: { zip: "80202" }, reason: "Sold." };
    await expect(updateCall(ctx, { id }, mixed)).rejects.toThrow();
    expect(await getCall(ctx, { id })).toEqual(before);
    expect((await readBooks(ctx.company)).changes).toEqual([]);
  });

  test("moving a call credits the first party and charges the second, in one change", async () => {
    const { ctx, id, otherBuyer, otherTrafficSource } = await givenOneCall();
    await updateCall(ctx, { id }, { buyer_converted: true, offer_converted: true });
    const moved = await updateCall(ctx, { id }, { buyer_id: otherBuyer.id, traffic_source_id: otherTrafficSource.id });
    expect(moved.call).toMatchObject({ version: 2, buyer_converted: true, buyer: { id: otherBuyer.id } });
    await rollUp(ctx);
    expect(await entriesOf(ctx, id)).toEqual([
      ...["1 charge 1000", "1 payout 600", "2 charge 1000", "2 clawback 600", "2 credit 1000", "2 payout 600"],
    ]);
    await expectBooksBalance(ctx);
  });
});

describe("7. Flag and amount are separate", () => {
  test("revenue alone never converts, and stays on the call when the flag is unset", async () => {
    const { ctx, id } = await givenOneCall();
    const { call } = await updateCall(ctx, { id }, { revenue: "25" });
    expect(call).toMatchObject({ buyer_converted: false, buyer_decision: null, revenue: "25.00" });
    expect((await updateCall(ctx, { id }, { buyer_converted: true })).call.revenue).toBe("25.00");
    expect((await updateCall(ctx, { id }, { buyer_converted: false })).call.revenue).toBe("25.00");
    expect((await updateCall(ctx, { id }, { buyer_converted: true })).call.revenue).toBe("25.00");
    await rollUp(ctx);
    expect(await entriesOf(ctx, id)).toEqual(["2 charge 2500", "3 credit 2500", "4 charge 2500"]);
  });

  test("converted at 0.00 is legal, gives a warning, and bills nobody", async () => {
    const { ctx, id } = await givenOneCall();
    const { call, warnings } = await updateCall(ctx, { id }, { buyer_converted: true, revenue: "0.00" });
    expect(call).toMatchObject({ buyer_converted: true, revenue: "0.00" });
    expect(warnings).toEqual([expect.stringContaining("0.00")]);
    expect(await rollUp(ctx)).toEqual({ changes: 0, entries: 0 });
    await updateCall(ctx, { id }, { revenue: "5" });
    await updateCall(ctx, { id }, { revenue: "0" });
    await rollUp(ctx);
    expect(await entriesOf(ctx, id)).toEqual(["2 charge 500", "3 credit 500"]);
    await expectBooksBalance(ctx);
  });
});
