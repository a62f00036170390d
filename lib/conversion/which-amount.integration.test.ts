import { describe, expect, test } from "vitest";
import { rollUp } from "@/lib/ledger/roll-up";
import { createTerms } from "@/lib/terms/create-terms";
import type { GivenContext } from "@/lib/testing/factories/given-company";
import { givenOneCall } from "@/lib/testing/factories/given-one-call";
import { givenVerdict } from "@/lib/testing/given-verdict";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { getCall } from "./get-call";
import { returnToAutomatic } from "./set-side";
import { updateCall } from "./update-call";

const LONG_AGO = new Date("2020-01-01T00:00:00Z");

async function expectBalance(ctx: GivenContext): Promise<void> {
  await rollUp(ctx);
  await expectBooksBalance(ctx);
}

describe("8. Revenue: in the request → stated earlier on the call → the rule's → the terms → 0.00", () => {
  test("stated in the request, before everything else", async () => {
    const { ctx, id, save } = await givenOneCall();
    await save({ revenue: "20" });
    await givenVerdict(ctx, id, { ruleId: 1, amountMinor: 1500n });
    expect((await save({ buyer_converted: true, revenue: "12.50" })).revenue).toBe("12.50");
  });

  test("stated earlier on the call, before the amount of a rule", async () => {
    const { ctx, id, save } = await givenOneCall();
    await save({ revenue: "20" });
    await givenVerdict(ctx, id, { ruleId: 1, amountMinor: 1500n });
    expect(await getCall(ctx, { id })).toMatchObject({ buyer_converted: true, revenue: "20.00" });
  });

  test("from a rule, before the terms, also if a person confirms, reverses and confirms again", async () => {
    const { ctx, id, save } = await givenOneCall();
    await givenVerdict(ctx, id, { ruleId: 1, amountMinor: 1500n });
    for (const buyer_converted of [true, false, true]) expect((await save({ buyer_converted })).revenue).toBe("15.00");
    await expectBalance(ctx);
  });

  test("from the terms of offer and buyer, before those of the buyer alone", async () => {
    const { ctx, offer, buyer, save } = await givenOneCall();
    await createTerms(ctx, {
      prices: [{ buyerId: buyer.id, offerId: offer.id, validFrom: LONG_AGO, amountMinor: 1100n }],
    });
    expect((await save({ buyer_converted: true })).revenue).toBe("11.00");
  });

  test("0.00 without terms, and never from terms of another offer or of later days", async () => {
    const { ctx, buyer, otherBuyer, offer, save } = await givenOneCall({ priceMinor: null });
    const validFrom = ctx.now();
    await createTerms(ctx, { prices: [{ buyerId: buyer.id, validFrom, amountMinor: 900n }] });
    await createTerms(ctx, {
      prices: [{ buyerId: otherBuyer.id, offerId: offer.id, validFrom: LONG_AGO, amountMinor: 900n }],
    });
    expect((await save({ buyer_converted: true })).revenue).toBe("0.00");
  });

  test("a call that moves is priced by the new buyer's terms unless an amount was stated", async () => {
    const { ctx, otherBuyer, buyer, save } = await givenOneCall();
    const validFrom = new Date("2026-01-01T00:00:00Z");
    await createTerms(ctx, { prices: [{ buyerId: otherBuyer.id, validFrom, amountMinor: 1700n }] });
    await save({ buyer_converted: true });
    expect((await save({ buyer_id: otherBuyer.id })).revenue).toBe("17.00");
    expect((await save({ buyer_id: buyer.id, revenue: "5" })).revenue).toBe("5.00");
    expect((await save({ buyer_id: otherBuyer.id })).revenue).toBe("5.00");
    await expectBalance(ctx);
  });

  test("a rule's amount does not move with the call, whether or not the move confirms the conversion", async () => {
    for (const confirmed of [{}, { buyer_converted: true }]) {
      const { ctx, id, otherBuyer, save } = await givenOneCall();
      await givenVerdict(ctx, id, { ruleId: 1, amountMinor: 1500n });
      expect((await save({ ...confirmed, buyer_id: otherBuyer.id })).revenue).toBe("10.00");
    }
  });
});

describe("8. Payout: stated → terms, flat or a percentage of the standing charge", () => {
  test("60 % of 15.00 is 9.00, and follows every change of the charge, down to 0 without a charge", async () => {
    const { ctx, id, otherBuyer, save } = await givenOneCall({ payout: { percentBasisPoints: 6000 } });
    expect((await save({ buyer_converted: true, revenue: "15", offer_converted: true })).payout).toBe("9.00");
    expect((await save({ revenue: "20" })).payout).toBe("12.00");
    expect((await save({ revenue: "0.01" })).payout).toBe("0.01");
    expect((await save({ revenue: "0" })).payout).toBe("0.00");
    expect((await save({ buyer_id: otherBuyer.id, revenue: "10" })).payout).toBe("6.00");
    expect((await save({ buyer_converted: false })).payout).toBe("0.00");
    expect((await save({ buyer_converted: true })).payout).toBe("6.00");
    expect(await getCall(ctx, { id })).toMatchObject({ offer_converted: true });
    await expectBalance(ctx);
  });

  test("minimum and maximum apply, but no minimum without a charge", async () => {
    const { ctx, id, offer, trafficSource, save } = await givenOneCall({ payout: null });
    const limits = { minimumMinor: 200n, maximumMinor: 1000n };
    const payout = {
      offerId: offer.id,
      trafficSourceId: trafficSource.id,
      validFrom: LONG_AGO,
      percentBasisPoints: 5000,
    };
    await createTerms(ctx, { payouts: [{ ...payout, ...limits }] });
    await save({ buyer_converted: true, offer_converted: true, revenue: "3.99" });
    expect((await getCall(ctx, { id })).payout).toBe("2.00");
    for (const [revenue, expected] of [
      ["4.01", "2.01"],
      ["20", "10.00"],
      ["20.03", "10.00"],
      ["0.01", "2.00"],
      ["0", "0.00"],
    ] as const)
      expect((await save({ revenue })).payout, revenue).toBe(expected);
    await expectBalance(ctx);
  });

  test("a stated payout does not follow the charge, and gives a warning if no buyer is charged", async () => {
    const { ctx, id, save } = await givenOneCall({ payout: { percentBasisPoints: 6000 } });
    await save({ buyer_converted: true, offer_converted: true, payout: "4" });
    expect((await save({ revenue: "50" })).payout).toBe("4.00");
    const { call, warnings } = await updateCall(ctx, { id }, { buyer_converted: false });
    expect(call.payout).toBe("4.00");
    expect(warnings).toEqual([expect.stringContaining("Payout without revenue")]);
    await save({ buyer_converted: true });
    const { call: withdrawn } = await returnToAutomatic(ctx, { id }, { side: "offer" });
    expect(withdrawn).toMatchObject({ offer_converted: false, payout: "0.00" });
    expect((await save({ offer_converted: true })).payout).toBe("30.00");
    await expectBalance(ctx);
  });

  test("a flat payout is paid without a charge, and terms of source and offer come before those of the offer", async () => {
    const { ctx, offer, otherTrafficSource, save } = await givenOneCall();
    const own = { offerId: offer.id, trafficSourceId: otherTrafficSource.id, validFrom: LONG_AGO, amountMinor: 750n };
    await createTerms(ctx, { payouts: [own] });
    expect((await save({ offer_converted: true })).payout).toBe("6.00");
    expect((await save({ traffic_source_id: otherTrafficSource.id })).payout).toBe("7.50");
    expect((await save({ revenue: "99" })).payout).toBe("7.50");
    await expectBalance(ctx);
  });

  test("a percentage above 100 of a very large charge is a larger payout", async () => {
    const { ctx, save } = await givenOneCall({ payout: { percentBasisPoints: 1_000_000 } });
    const { payout } = await save({ buyer_converted: true, offer_converted: true, revenue: "999999999.99" });
    expect(payout).toBe("99999999999.00");
    await expectBalance(ctx);
  });
});

describe("amounts are in the company's currency", () => {
  test.each([
    ["JPY", "1500", "1500", "10.5"],
    ["KWD", "999999999.999", "999999999.999", "1.0005"],
    ["USD", "999999999.99", "999999999.99", "10.505"],
    ["COP", "10.5", "10.50", "10.505"],
  ])("%s accepts %s and rejects amounts with too many decimals", async (currency, revenue, shown, refused) => {
    const { ctx, id, save } = await givenOneCall({ currency, payout: { percentBasisPoints: 3333 } });
    expect(await save({ buyer_converted: true, offer_converted: true, revenue })).toMatchObject({
      currency,
      revenue: shown,
    });
    const sent = async () => updateCall(ctx, { id }, { revenue: refused });
    await expect(sent()).rejects.toMatchObject({
      code: "invalid",
      errors: { revenue: expect.stringContaining(currency) },
    });
    await expectBalance(ctx);
  });
});
