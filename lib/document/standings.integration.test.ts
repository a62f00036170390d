import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { addDays } from "@/lib/base/day";
import { Forbidden, Invalid } from "@/lib/base/errors";
import { BillingProfile } from "@/lib/billing-profile/contract";
import { saveBillingProfile } from "@/lib/billing-profile/save-billing-profile";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { inCompany } from "@/lib/platform/sql/in-company";
import { asOwner } from "@/lib/testing/as-owner";
import { receivableOf } from "@/lib/testing/balance-of";
import { givenStatement } from "@/lib/testing/document/given-statement";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { creditOf } from "./credit-of";
import { exportAgeing } from "./export-ageing";
import { getAgeing } from "./get-ageing";
import { getPayable } from "./get-payable";
import { listDocuments } from "./list-documents";
import { recordAdjustment, recordDocument, recordPayment } from "./record-document";
import { reverseDocument } from "./reverse-document";

let ctx: GivenContext;
let buyer: AccountOwner;
let source: AccountOwner;
beforeEach(async () => {
  ({ ctx } = await givenCompany());
  buyer = { type: "buyer", id: ctx.buyer.id };
  source = { type: "traffic_source", id: ctx.trafficSource.id };
});

const terms = (owner: AccountOwner, profile: object, version = 0) =>
  saveBillingProfile(ctx, owner, { version, profile: BillingProfile.parse(profile) });

describe("ageing", () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constantFrom("payment", "refund", "fee", "goodwill"),
      cents: fc.integer({ min: 1, max: 9_999 }),
    }),
    fc.record({ do: fc.constantFrom("reverse", "statement"), cents: fc.integer({ min: 0, max: 60 }) }),
  );

  test("adds up to the balances after any documents, settlements and reversals", async () => {
    const scripts = fc.sample(fc.array(step, { minLength: 8, maxLength: 10 }), { numRuns: 2, seed: 4 });
    for (const [place, id] of [ctx.buyer.id, ctx.otherBuyer.id].entries()) {
      const owner: AccountOwner = { type: "buyer", id };
      for (const [day, { do: what, cents }] of scripts[place]?.entries() ?? []) await take(owner, what, cents, day);
      const row = (await getAgeing(ctx)).buyers.find((buyer) => buyer.buyer.id === id);
      const minor = (text = "0.00") => BigInt(text.replace(".", ""));
      const { not_due, days_1_30, days_31_60, days_61_90, over_90, unapplied, not_on_statement } = row ?? {};
      const parts = [not_due, days_1_30, days_31_60, days_61_90, over_90, unapplied, not_on_statement];
      expect(parts.reduce((sum, text) => sum + minor(text), 0n)).toBe(minor(row?.balance));
      expect(minor(row?.balance)).toBe(await receivableOf(ctx, id));
    }
    await expectBooksBalance(ctx);
  });

  async function take(owner: AccountOwner, what: string, cents: number, day: number): Promise<void> {
    const amount = (cents / 100).toFixed(2);
    const dated = addDays("2026-06-01", day * 10);
    if (what === "statement") {
      await givenStatement(ctx, owner, { cycleEnd: dated, dueOn: addDays(dated, cents) });
    } else if (what === "reverse") {
      const standing = (await listDocuments(ctx, owner)).documents.filter(({ reversal }) => !reversal);
      const one = standing[cents % Math.max(standing.length, 1)];
      if (one) await reverseDocument(ctx, one.number, { reason: "Bounced." });
    } else if (what === "fee" || what === "goodwill") {
      const direction = what === "fee" ? "increase" : "decrease";
      await recordAdjustment(ctx, owner, { amount, dated, direction, reason: "Agreed." });
    } else {
      await recordDocument(ctx, owner, { kind: what as "payment", amount, dated }).catch(unlessRefused);
    }
  }

  /** Refunds of random documents are rejected where nothing was paid. */
  function unlessRefused(reason: unknown): void {
    if (!(reason instanceof Invalid) || !("amount" in reason.errors)) throw reason;
  }

  test("puts each statement into the bucket of its due date, and says what is overdue", async () => {
    const due = ["2026-11-23", "2026-11-22", "2026-10-24", "2026-10-23", "2026-08-24"];
    for (const [place, dueOn] of due.entries()) {
      const dated = addDays("2026-06-01", place);
      await recordAdjustment(ctx, buyer, { amount: "1", dated, direction: "increase", reason: "Fee." });
      await givenStatement(ctx, buyer, { cycleEnd: dated, dueOn });
    }
    await recordAdjustment(ctx, buyer, { amount: "0.25", direction: "increase", reason: "Fee." });
    await recordPayment(ctx, buyer, { amount: "0.50", allocations: [] });
    const { buyers, totals, as_of } = await getAgeing(ctx);
    expect(as_of).toBe("2026-11-23");
    const expected = {
      not_due: "1.00",
      days_1_30: "2.00",
      days_31_60: "1.00",
      days_61_90: "0.00",
      over_90: "1.00",
      unapplied: "-0.50",
      not_on_statement: "0.25",
      balance: "4.75",
      overdue: "4.00",
    };
    expect(buyers).toEqual([{ buyer: { id: ctx.buyer.id, name: "Birch Roofing" }, ...expected }]);
    expect(totals).toEqual(expected);
    const { body } = await exportAgeing(ctx);
    const [, line] = new TextDecoder().decode(body).split("\r\n");
    expect(line).toBe(`${ctx.buyer.id},Birch Roofing,1.00,2.00,1.00,0.00,1.00,-0.50,0.25,4.75,4.00,USD`);
    const unseeing = await givenMember(ctx, "billing", { "call.revenue": "none" });
    await expect(getAgeing(unseeing.ctx)).rejects.toThrow(Forbidden);
  });
});

describe("what may be paid to a traffic source", () => {
  const payout = (startedAt: string) =>
    givenConvertedCall({
      ctx,
      offer_converted: true,
      buyer_converted: false,
      call: { started_at: new Date(startedAt) },
    });

  test("is what is no longer held, also across a clock change, and not less than the minimum", async () => {
    await terms(source, { hold_days: 7, minimum_payment: "12" });
    ctx.clock.set("2026-11-07T20:00:00Z");
    await payout("2026-10-31T20:00:00Z");
    await payout("2026-11-01T06:30:00Z");
    await payout("2026-11-01T20:00:00Z");
    await rollUp(ctx);
    const at = async (time: string) => {
      ctx.clock.set(time);
      return getPayable(ctx, ctx.trafficSource.id);
    };
    expect(await at("2026-11-07T06:59:59Z")).toMatchObject({
      earned: "18.00",
      held: "18.00",
      payable: "0.00",
      why: "on_hold",
    });
    expect(await at("2026-11-07T07:00:00Z")).toMatchObject({ held: "12.00", released: "6.00", why: "below_minimum" });
    expect(await at("2026-11-08T07:00:00Z")).toMatchObject({ held: "0.00", payable: "18.00", why: null });
    await recordPayment(ctx, source, { amount: "18" });
    expect(await at("2026-11-08T07:00:01Z")).toMatchObject({ paid: "18.00", payable: "0.00", why: "all_paid" });
  });

  test("is reduced by a clawback at once, in the month of the payout and in a later one", async () => {
    await terms(source, { hold_days: 30 });
    const { call: old } = await payout("2026-10-05T18:00:00Z");
    await payout("2026-11-20T18:00:00Z");
    const { call: young } = await payout("2026-11-21T18:00:00Z");
    await rollUp(ctx);
    await asOwner(ctx.company.id, "update ledger_head set closed_through = '2026-10-01'");
    const paid = await recordPayment(ctx, source, { amount: "6" });
    await updateCall(ctx, { id: young.id }, { offer_converted: false });
    await rollUp(ctx);
    expect(await getPayable(ctx, source.id)).toMatchObject({
      earned: "12.00",
      held: "6.00",
      paid: "6.00",
      payable: "0.00",
    });
    await updateCall(ctx, { id: old.id }, { offer_converted: false });
    await rollUp(ctx);
    const after = { earned: "6.00", held: "6.00", released: "-6.00", payable: "0.00", why: "paid_ahead" };
    expect(await getPayable(ctx, source.id)).toMatchObject(after);
    await reverseDocument(ctx, paid.document.number, { reason: "Returned." });
    expect(await getPayable(ctx, source.id)).toMatchObject({ paid: "0.00", why: "on_hold" });
    await expectBooksBalance(ctx);
  });
});

test("credit includes pending amounts", async () => {
  const credit = () => inCompany(ctx.company.id, (tx) => creditOf(tx, ctx.buyer.id, 2));
  expect(await credit()).toMatchObject({ mode: "none", availableMinor: null, closed: false });
  await terms(buyer, { credit: { kind: "prepaid" } });
  expect(await credit()).toMatchObject({ availableMinor: 0n, closed: true });
  await recordPayment(ctx, buyer, { amount: "25" });
  const { id } = await givenCall(ctx);
  await updateCall(ctx, { id }, { buyer_converted: true });
  expect(await credit()).toMatchObject({ balanceMinor: -2500n, pendingMinor: 1000n, availableMinor: 1500n });
  await rollUp(ctx);
  expect(await credit()).toMatchObject({ balanceMinor: -1500n, pendingMinor: 0n, availableMinor: 1500n });
  await updateCall(ctx, { id }, { buyer_converted: false });
  expect(await credit()).toMatchObject({ pendingMinor: -1000n, availableMinor: 2500n });
  await terms(buyer, { credit: { kind: "limit", amount: "10" } }, 1);
  expect(await credit()).toMatchObject({ mode: "limit", limitMinor: 1000n, availableMinor: 3500n, closed: false });
});
