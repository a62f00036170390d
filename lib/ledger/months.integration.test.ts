import { beforeEach, describe, expect, test } from "vitest";
import { updateCall } from "@/lib/conversion/update-call";
import { getBilling } from "@/lib/report/get-billing";
import { asOwner } from "@/lib/testing/as-owner";
import { receivableOf } from "@/lib/testing/balance-of";
import { readBooks } from "@/lib/testing/books/read-books";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { rollUp } from "./roll-up";

async function close(ctx: GivenContext, month: string): Promise<void> {
  await asOwner(ctx.company.id, "update ledger_head set closed_through = $1", [`${month}-01`]);
}

async function save(ctx: GivenContext, id: number, update: Parameters<typeof updateCall>[2]): Promise<void> {
  await updateCall(ctx, { id }, update);
  await rollUp(ctx);
  await expectBooksBalance(ctx);
}

/** Kind, booking month, service month and whether it is a correction, in posting order. */
async function postedFor(ctx: GivenContext, id: number): Promise<string[]> {
  const { entries } = await getBilling(ctx, { id });
  const { entries: rows } = await readBooks(ctx.company);
  return entries.map(({ kind, period, correction, change_version }) => {
    const row = rows.find((row) => row.version === change_version && row.kind === kind && Number(row.number) === id);
    const service = row?.serviceDate.toISOString().slice(0, 7);
    return `${kind} in ${period} for ${service}${correction ? ", correction" : ""}`;
  });
}

describe("a closed month never changes", () => {
  let ctx: GivenContext;
  let call: { id: number };
  beforeEach(async () => {
    ({ ctx } = await givenCompany({ timeZone: "America/Denver" }));
    call = await givenCall(ctx, { started_at: new Date("2026-10-15T18:00:00Z") });
  });

  test("an entry is booked in the month of the call's start while that is open, however late it is posted", async () => {
    ctx.clock.set("2027-03-01T18:00:00Z");
    await save(ctx, call.id, { buyer_converted: true, offer_converted: true });
    expect(await postedFor(ctx, call.id)).toEqual(["charge in 2026-10 for 2026-10", "payout in 2026-10 for 2026-10"]);
  });

  test("a late conversion is a correction in the oldest open month, which may not be the current one", async () => {
    await close(ctx, "2026-11");
    ctx.clock.set("2027-03-01T18:00:00Z");
    await save(ctx, call.id, { buyer_converted: true, offer_converted: true });
    expect(await postedFor(ctx, call.id)).toEqual([
      "charge in 2026-12 for 2026-10, correction",
      "payout in 2026-12 for 2026-10, correction",
    ]);
  });

  test("a late reversal is a correction linked to its original, which is unchanged", async () => {
    await save(ctx, call.id, { buyer_converted: true, offer_converted: true });
    await close(ctx, "2026-10");
    await save(ctx, call.id, { buyer_converted: false, offer_converted: false });
    expect(await postedFor(ctx, call.id)).toEqual([
      "charge in 2026-10 for 2026-10",
      "payout in 2026-10 for 2026-10",
      "credit in 2026-11 for 2026-10, correction",
      "clawback in 2026-11 for 2026-10, correction",
    ]);
    const { entries } = await getBilling(ctx, call);
    expect(entries.map(({ offsets_entry_id }) => offsets_entry_id)).toEqual([
      null,
      null,
      entries[0]?.id,
      entries[1]?.id,
    ]);
    expect(await receivableOf(ctx, ctx.buyer.id)).toBe(0n);
  });

  test("a change saved before the month closed and posted afterwards is a correction too", async () => {
    await updateCall(ctx, call, { buyer_converted: true });
    await close(ctx, "2026-10");
    await rollUp(ctx);
    expect(await postedFor(ctx, call.id)).toEqual(["charge in 2026-11 for 2026-10, correction"]);
  });

  test("an offset is booked in the month of what it offsets while that is open, also for a correction", async () => {
    await close(ctx, "2026-10");
    await save(ctx, call.id, { buyer_converted: true });
    ctx.clock.set("2027-02-01T18:00:00Z");
    await save(ctx, call.id, { buyer_converted: false });
    expect(await postedFor(ctx, call.id)).toEqual([
      "charge in 2026-11 for 2026-10, correction",
      "credit in 2026-11 for 2026-10, correction",
    ]);
  });

  test("and in the oldest open month once that is closed too", async () => {
    await close(ctx, "2026-10");
    await save(ctx, call.id, { buyer_converted: true });
    await close(ctx, "2026-12");
    await save(ctx, call.id, { buyer_converted: false });
    expect(await postedFor(ctx, call.id)).toEqual([
      "charge in 2026-11 for 2026-10, correction",
      "credit in 2027-01 for 2026-10, correction",
    ]);
  });

  test("a charge raised after its month closed is credited and charged again in the open month", async () => {
    await save(ctx, call.id, { buyer_converted: true, revenue: "10" });
    await close(ctx, "2026-10");
    await save(ctx, call.id, { revenue: "12.50" });
    expect(await postedFor(ctx, call.id)).toEqual([
      "charge in 2026-10 for 2026-10",
      "charge in 2026-11 for 2026-10, correction",
      "credit in 2026-11 for 2026-10, correction",
    ]);
    expect(await receivableOf(ctx, ctx.buyer.id)).toBe(1250n);
  });

  test("closing older months does not affect calls of open months", async () => {
    const { id } = await givenCall(ctx, { started_at: new Date("2026-11-20T18:00:00Z") });
    await save(ctx, id, { buyer_converted: true });
    await close(ctx, "2026-10");
    ctx.clock.set("2026-12-24T18:00:00Z");
    await save(ctx, id, { buyer_converted: false });
    expect(await postedFor(ctx, id)).toEqual(["charge in 2026-11 for 2026-11", "credit in 2026-11 for 2026-11"]);
  });
});

describe("the month is that of the call's start in the company's zone", () => {
  test.each([
    ["America/Denver", "2026-11-01T05:59:59Z", "2026-10", "23:59:59 on the last of October, in summer time"],
    ["America/Denver", "2026-11-01T06:00:00Z", "2026-11", "midnight, hours before the clocks go back"],
    ["America/Denver", "2026-12-01T06:59:59Z", "2026-11", "23:59:59 on the last of November, in winter time"],
    ["America/Denver", "2026-12-01T07:00:00Z", "2026-12", "midnight in winter time"],
    ["Asia/Tokyo", "2026-10-31T14:59:59Z", "2026-10", "the last second of October east of Greenwich"],
    ["Asia/Tokyo", "2026-10-31T15:00:00Z", "2026-11", "the first of November east of Greenwich"],
    ["Asia/Kathmandu", "2026-12-31T18:14:59Z", "2026-12", "a zone of quarters of an hour, before the new year"],
    ["Asia/Kathmandu", "2026-12-31T18:15:00Z", "2027-01", "and in it"],
    ["Pacific/Kiritimati", "2026-10-31T09:59:59.999Z", "2026-10", "fourteen hours ahead"],
    ["Pacific/Kiritimati", "2026-10-31T10:00:00Z", "2026-11", "and a millisecond later"],
    ["UTC", "2026-10-31T23:59:59.999Z", "2026-10", "no zone at all"],
  ])("%s, %s: %s (%s)", async (timeZone, start, month) => {
    const { ctx, clock } = await givenCompany({ timeZone });
    clock.set("2027-01-20T12:00:00Z");
    const { id } = await givenCall(ctx, { started_at: new Date(start) });
    await save(ctx, id, { buyer_converted: true });
    expect(await postedFor(ctx, id)).toEqual([`charge in ${month} for ${month}`]);
  });
});
