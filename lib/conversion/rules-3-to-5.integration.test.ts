import { describe, expect, test } from "vitest";
import { rollUp } from "@/lib/ledger/roll-up";
import { entriesOf } from "@/lib/testing/entries-of";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenApiKey, givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { givenOneCall } from "@/lib/testing/factories/given-one-call";
import { givenVerdict } from "@/lib/testing/given-verdict";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { getCall } from "./get-call";
import { lockSide, returnToAutomatic } from "./set-side";
import { updateCall } from "./update-call";

describe("3. Automatic mechanisms are one function of the facts known about the call", () => {
  test("a rule in a better position that now holds replaces rule and amount, whichever fact came first", async () => {
    const { ctx, id } = await givenOneCall();
    const { id: otherId } = await givenCall(ctx);
    for (const amountMinor of [1500n, undefined]) {
      const better = { ruleId: 1, ...(amountMinor === undefined ? {} : { amountMinor }) };
      await givenVerdict(ctx, id, { ruleId: 2, amountMinor: 2000n });
      await givenVerdict(ctx, id, better);
      await givenVerdict(ctx, otherId, better);
      const [late, straight] = [await getCall(ctx, { id }), await getCall(ctx, { id: otherId })];
      expect(late.revenue).toBe(amountMinor === undefined ? "10.00" : "15.00");
      expect([late.revenue, late.buyer_decision?.rule]).toEqual([straight.revenue, straight.buyer_decision?.rule]);
    }
    await rollUp(ctx);
    await expectBooksBalance(ctx);
  });

  test("they never change the flag of an explicit side, nor anything of a locked side", async () => {
    const { ctx, id } = await givenOneCall();
    const { id: lockedId } = await givenCall(ctx);
    await updateCall(ctx, { id }, { buyer_converted: false });
    expect(await givenVerdict(ctx, id, { mechanism: "duration" })).toBe(false);
    await lockSide(ctx, { id: lockedId }, { side: "buyer", locked: true });
    expect(await givenVerdict(ctx, lockedId)).toBe(false);
    expect(await getCall(ctx, { id: lockedId })).toMatchObject({ buyer_converted: false, buyer_decision: null });
  });

  test("repeated facts change nothing, also beside a stated amount", async () => {
    const { ctx, id } = await givenOneCall();
    const verdict = { ruleId: 1, amountMinor: 1500n };
    expect([await givenVerdict(ctx, id, verdict), await givenVerdict(ctx, id, verdict)]).toEqual([true, false]);
    const { call } = await updateCall(ctx, { id }, { revenue: "25" });
    expect(call).toMatchObject({ revenue: "25.00", buyer_decision: { mechanism: "rule", explicit: false } });
    expect(await givenVerdict(ctx, id, verdict)).toBe(false);
    expect(await getCall(ctx, { id })).toMatchObject({ revenue: "25.00", version: 2 });
  });
});

describe("4. The first explicit update on a side is always a change", () => {
  test("even if it repeats the state: a buyer's no keeps duration from charging the call later", async () => {
    const { ctx, id } = await givenOneCall();
    const token = (await givenSecureToken(ctx)).ctx;
    const no = await updateCall(token, { id }, { buyer_converted: false });
    expect(no).toMatchObject({
      changed: true,
      call: { version: 1, buyer_decision: { mechanism: "secure_api", explicit: true } },
    });
    expect(await givenVerdict(ctx, id, { mechanism: "duration" })).toBe(false);
    await givenVerdict(ctx, id, { side: "offer", mechanism: "duration" });
    const yes = await updateCall(ctx, { id }, { offer_converted: true });
    expect(yes).toMatchObject({ changed: true, call: { offer_decision: { mechanism: "import", explicit: true } } });
  });

  test("after that an update that repeats the state changes nothing", async () => {
    const { ctx, id } = await givenOneCall();
    await updateCall(ctx, { id }, { buyer_converted: true, revenue: "12" });
    const again = await updateCall((await givenApiKey(ctx)).ctx, { id }, { buyer_converted: true, revenue: "12.00" });
    expect(again).toMatchObject({
      status: 200,
      changed: false,
      call: { version: 1, buyer_decision: { mechanism: "import" } },
    });
    await rollUp(ctx);
    expect(await entriesOf(ctx, id)).toEqual(["1 charge 1200"]);
  });
});

describe("5. Return to automatic withdraws explicit update, time, amount and lock", () => {
  test("and decides as if there had been none, which may reverse a conversion", async () => {
    const { ctx, id } = await givenOneCall();
    await updateCall(ctx, { id }, { buyer_converted: true, revenue: "25" });
    await lockSide(ctx, { id }, { side: "buyer", locked: true });
    const { call } = await returnToAutomatic(ctx, { id }, { side: "buyer" });
    expect(call).toMatchObject({ buyer_converted: false, buyer_locked: false, buyer_decision: null, revenue: "0.00" });
    expect(await givenVerdict(ctx, id, { mechanism: "duration" })).toBe(true);
    expect(await getCall(ctx, { id })).toMatchObject({ buyer_converted: true, revenue: "10.00" });
    expect(await returnToAutomatic(ctx, { id }, { side: "buyer" })).toMatchObject({ changed: false });
    await rollUp(ctx);
    await expectBooksBalance(ctx);
  });

  test("an amount stated over an automatic conversion is withdrawn, the conversion stays", async () => {
    const { ctx, id } = await givenOneCall();
    await givenVerdict(ctx, id, { mechanism: "duration" });
    await updateCall(ctx, { id }, { revenue: "25" });
    const { call } = await returnToAutomatic(ctx, { id }, { side: "buyer" });
    expect(call).toMatchObject({ buyer_converted: true, revenue: "10.00", buyer_decision: { mechanism: "duration" } });
  });

  test("an offer side follows its buyer again", async () => {
    const { ctx, id } = await givenOneCall({ convertsWithBuyer: true });
    await updateCall(ctx, { id }, { offer_converted: false });
    await updateCall(ctx, { id }, { buyer_converted: true });
    const { call } = await returnToAutomatic(ctx, { id }, { side: "offer" });
    expect(call).toMatchObject({
      offer_converted: true,
      offer_decision: { mechanism: "follows_buyer" },
      payout: "6.00",
    });
    await expectBooksBalance(ctx);
  });
});
