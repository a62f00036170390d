import { beforeEach, describe, expect, test } from "vitest";
import type { Context } from "@/lib/access/context";
import { updateCall } from "@/lib/conversion/update-call";
import { listRollups } from "@/lib/ledger/list-rollups";
import { rollUp } from "@/lib/ledger/roll-up";
import { inCompany } from "@/lib/platform/sql/in-company";
import { verifyBooks } from "@/lib/proof/verify-books";
import { getBilling } from "@/lib/report/get-billing";
import { receivableOf } from "@/lib/testing/balance-of";
import { readBooks } from "@/lib/testing/books/read-books";
import { givenCall, givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { closeOnce, closePeriod } from "./close-period";
import { WARNINGS } from "./domain/warning";
import { getPeriod } from "./get-period";
import { listCorrections } from "./list-corrections";
import { listPeriods } from "./list-periods";

const OCTOBER = new Date("2026-10-15T18:00:00Z");
const acknowledge = WARNINGS;

let ctx: GivenContext;
beforeEach(async () => {
  ({ ctx } = await givenCompany({ timeZone: "America/Denver" }));
});

const converted = (at: Date = OCTOBER) =>
  givenConvertedCall({ ctx, call: { started_at: at }, offer_converted: true }).then(({ call }) => call);
const close = (month: string, by: Context = ctx) => closePeriod(by, { month, acknowledge });
const expectBooks = async () => {
  await expectBooksBalance(ctx);
  expect(await verifyBooks(ctx)).toBeNull();
};

describe("what closing a month means", () => {
  test("pending changes are billed first, and the totals never change afterwards", async () => {
    const call = await converted();
    const { ctx: robin } = await givenMember(ctx, "billing");
    const before = await getPeriod(robin, "2026-10");
    expect(before).toMatchObject({
      state: "ended",
      can_close: true,
      entries: 0,
      waiting: 1,
      warnings: [],
      frozen: null,
    });
    const closed = await close("2026-10", robin);
    expect(closed).toMatchObject({
      state: "closed",
      can_close: false,
      revenue: "10.00",
      payout: "6.00",
      margin: "4.00",
      closed: { by: { type: "member", name: "Robin the billing" }, rollup_id: 2, at: ctx.now().toISOString() },
      frozen: { entries: 2, revenue: "10.00", payout: "6.00", margin: "4.00" },
    });
    expect(closed.closed?.digest).toMatch(/^[0-9a-f]{64}$/);
    const { rollups } = await listRollups(ctx, { kind: "closing" });
    expect(rollups).toMatchObject([{ id: 2, does: "closing", closes: "2026-10" }]);
    await updateCall(ctx, call, { buyer_converted: false, revenue: "12.50" });
    await rollUp(ctx);
    const { frozen, kinds, entries, revenue } = await getPeriod(ctx, "2026-10");
    expect({ entries, revenue, kinds }).toEqual({ entries: 2, revenue: frozen?.revenue, kinds: frozen?.kinds });
    expect(kinds.map(({ account, kind, debit, credit }) => [account, kind, debit, credit])).toEqual([
      ["revenue", "charge", "0.00", "10.00"],
      ["traffic_cost", "payout", "6.00", "0.00"],
    ]);
    await expectBooks();
  });

  test("convert, close, reverse: a correction on the first day of the open month, linked to what it offsets", async () => {
    const call = await converted();
    expect((await getBilling(ctx, call)).closed_month).toBeNull();
    await close("2026-10");
    const previewed = { month: "2026-10", booked_in: "2026-11" };
    expect((await getBilling(ctx, call)).closed_month).toEqual(previewed);
    await updateCall(ctx, call, { buyer_converted: false, reason: "Returned by the buyer." });
    await rollUp(ctx);
    const { corrections } = await listCorrections(ctx, "2026-10");
    expect(corrections).toMatchObject([
      {
        id: `call-${call.id}-2-credit`,
        amount: "10.00",
        call_id: call.id,
        service_date: "2026-10-15",
        period: previewed.booked_in,
        reason: "Returned by the buyer.",
        corrects: { id: `call-${call.id}-1-charge`, period: "2026-10" },
      },
    ]);
    const { entries } = await readBooks(ctx.company);
    const credit = entries.find(({ kind }) => kind === "credit");
    expect(credit?.bookedOn.toISOString().slice(0, 10)).toBe("2026-11-01");
    expect(await getPeriod(ctx, "2026-10")).toMatchObject({ revenue: "10.00", corrections: 1 });
    expect(await getPeriod(ctx, "2026-11")).toMatchObject({ revenue: "-10.00", payout: "0.00", margin: "-10.00" });
    expect(await receivableOf(ctx, ctx.buyer.id)).toBe(0n);
    await expectBooks();
  });

  test("corrections are listed in pages, each once", async () => {
    const calls = await givenCalls(
      ctx,
      Array.from({ length: 5 }, () => ({ started_at: OCTOBER })),
    );
    await converted();
    await close("2026-10");
    for (const call of calls) await updateCall(ctx, call, { buyer_converted: true, offer_converted: true });
    await rollUp(ctx);
    const actual: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCorrections(ctx, "2026-10", { cursor, per_page: 3 });
      actual.push(...page.corrections.map(({ id }) => id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    expect(actual.sort()).toEqual(calls.flatMap(({ id }) => [`call-${id}-1-charge`, `call-${id}-1-payout`]).sort());
  });
});

describe("which month can be closed", () => {
  test("months in order, including empty ones; months before the first entry are closed with it", async () => {
    await converted(new Date("2026-08-10T18:00:00Z"));
    await converted();
    await expect(close("2026-10")).rejects.toThrow("Months close in order. Close August 2026 first.");
    await expect(close("2026-07")).rejects.toThrow("The ledger covers August 2026 to November 2026.");
    for (const month of ["2026-08", "2026-09", "2026-10"]) await close(month);
    expect((await getPeriod(ctx, "2026-09")).frozen).toMatchObject({ entries: 0, revenue: "0.00", kinds: [] });
    const { periods } = await listPeriods(ctx);
    expect(periods.map(({ month, state, can_close, revenue }) => [month, state, can_close, revenue])).toEqual([
      ["2026-11", "open", false, "0.00"],
      ["2026-10", "closed", false, "10.00"],
      ["2026-09", "closed", false, "0.00"],
      ["2026-08", "closed", false, "10.00"],
    ]);
    const late = await converted(new Date("2026-03-10T18:00:00Z"));
    await rollUp(ctx);
    expect((await getBilling(ctx, late)).entries).toMatchObject([{ period: "2026-11", correction: true }, {}]);
    await expectBooks();
  });

  test("not before its last millisecond has passed in the company's zone", async () => {
    await converted();
    ctx.clock.set("2026-11-01T05:59:59.999Z");
    await expect(close("2026-10")).rejects.toMatchObject({
      code: "conflict",
      message: "October 2026 hasn’t ended. You can close it after 31 October 2026 in America/Denver.",
    });
    ctx.clock.set("2026-11-01T06:00:00.000Z");
    expect(await close("2026-10")).toMatchObject({ state: "closed" });
  });

  test("a call of the last second that is rolled up after midnight is in the month while that is open", async () => {
    await converted(new Date("2026-11-01T05:59:59Z"));
    ctx.clock.set("2026-11-01T06:00:01Z");
    expect((await close("2026-10")).frozen).toMatchObject({ entries: 2, revenue: "10.00" });
  });

  test("a company that changes its zone keeps closed months, and closes the next one when it has ended there", async () => {
    await converted();
    ctx.clock.set("2026-10-31T10:30:00Z");
    const kiritimati = { ...ctx, company: { ...ctx.company, timeZone: "Pacific/Kiritimati" } };
    await close("2026-10", kiritimati);
    await converted(new Date("2026-10-31T10:15:00Z"));
    await rollUp(ctx);
    expect(await getPeriod(ctx, "2026-10")).toMatchObject({ state: "closed", corrections: 2, revenue: "10.00" });
    await expect(close("2026-11")).rejects.toThrow("November 2026 hasn’t ended");
    ctx.clock.set("2026-12-01T07:00:00Z");
    expect((await close("2026-11")).frozen).toMatchObject({ revenue: "10.00" });
    await expectBooks();
  });

  test("nothing in empty books, and no month outside the books", async () => {
    await expect(close("2026-11")).rejects.toThrow("November 2026 hasn’t ended");
    await expect(close("2027-01")).rejects.toMatchObject({ code: "not_found" });
    await expect(close("October")).rejects.toMatchObject({ code: "not_found" });
    expect((await listPeriods(ctx)).periods).toMatchObject([{ month: "2026-11", state: "open", can_close: false }]);
  });
});

describe("simultaneous closings", () => {
  test.each([
    ["two on two servers", 2, closeOnce],
    ["eight on one", 8, closePeriod],
  ])("%s: one succeeds, the others get its author", async (_, count, verb) => {
    await converted();
    const closers = await Promise.all(Array.from({ length: count }, () => givenMember(ctx, "billing")));
    const attempts = closers.map(({ ctx: by }) => verb(by, { month: "2026-10" }).then(() => by));
    const results = await Promise.allSettled(attempts);
    const lost = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
    expect(lost).toHaveLength(count - 1);
    for (const reason of lost) {
      expect(reason).toMatchObject({
        code: "conflict",
        message: "October 2026 was closed by Robin the billing on 23 November 2026 at 10:00.",
      });
    }
    const { rollups } = await readBooks(ctx.company);
    expect(rollups.filter(({ closes }) => closes !== null)).toHaveLength(1);
    await expectBooks();
  });

  test("while conversions and rollups run, each entry is in one month and nothing is lost", async () => {
    const started = Array.from({ length: 60 }, () => ({ started_at: OCTOBER }));
    const calls = await givenCalls(ctx, started);
    let [isOver, next] = [false, 0];
    let closing: Promise<unknown> | undefined;
    const convert = async () => {
      for (let place = next++; place < calls.length; place = next++) {
        if (place === 15) closing = closePeriod(ctx, { month: "2026-10", acknowledge });
        if (place === 50) await closing;
        const call = calls[place] ?? { id: 0 };
        await updateCall(ctx, call, { buyer_converted: true, offer_converted: true });
        if (place % 3 === 0) await updateCall(ctx, call, { buyer_converted: false });
      }
    };
    const keepRollingUp = async () => {
      while (!isOver) await rollUp(ctx);
    };
    const converting = Promise.all([convert(), convert(), convert()]).finally(() => {
      isOver = true;
    });
    await Promise.all([converting, keepRollingUp(), keepRollingUp()]);
    await closing;
    await rollUp(ctx);
    const { entries, rollups } = await readBooks(ctx.company);
    const link = rollups.find(({ closes }) => closes !== null)?.number ?? 0n;
    const months = entries.map(({ bookedOn, rollupNumber }) => {
      const month = bookedOn.toISOString().slice(0, 7);
      expect(month).toBe(rollupNumber < link ? "2026-10" : "2026-11");
      return month;
    });
    expect([...new Set(months)].sort()).toEqual(["2026-10", "2026-11"]);
    expect(entries).toHaveLength(60 * 2 + 20);
    const { frozen, entries: now, corrections } = await getPeriod(ctx, "2026-10");
    expect(now).toBe(frozen?.entries);
    expect(now + corrections).toBe(entries.length);
    await expectBooks();
  });

  test("a change saved before the closing began is in that month, however much arrives meanwhile", async () => {
    const calls = await givenCalls(
      ctx,
      Array.from({ length: 30 }, () => ({ started_at: OCTOBER })),
    );
    for (const call of calls.slice(0, 15)) await updateCall(ctx, call, { buyer_converted: true });
    const later = calls.slice(15).map((call) => updateCall(ctx, call, { buyer_converted: true }));
    const { frozen } = await close("2026-10");
    await Promise.all(later);
    expect(frozen?.entries).toBeGreaterThanOrEqual(15);
    await rollUp(ctx);
    await expectBooks();
  });
});

describe("permissions", () => {
  test("months need billing: read, closing needs billing: update, and amounts need their own permissions", async () => {
    await converted();
    await rollUp(ctx);
    const [viewer, manager] = [(await givenMember(ctx, "viewer")).ctx, (await givenMember(ctx, "manager")).ctx];
    const blind = (await givenMember(ctx, "billing", { "call.payout": "none" })).ctx;
    for (const verb of [
      () => listPeriods(viewer),
      () => getPeriod(viewer, "2026-10"),
      () => listCorrections(viewer, "2026-10"),
    ]) {
      await expect((async () => verb())()).rejects.toMatchObject({ permission: "billing: read" });
    }
    await expect(close("2026-10", manager)).rejects.toMatchObject({ permission: "billing: update" });
    const shown = await getPeriod(blind, "2026-10");
    expect(shown).toMatchObject({ revenue: "10.00", kinds: [{ kind: "charge", credit: "10.00" }, { kind: "payout" }] });
    expect(JSON.stringify(shown)).not.toMatch(/6\.00|margin|"payout":"/);
    expect(JSON.stringify(await close("2026-10", blind))).not.toMatch(/6\.00|margin|"payout":"/);
  });

  test("closing in one company closes nothing in another", async () => {
    const { ctx: other } = await givenCompany({ timeZone: "America/Denver" });
    await givenConvertedCall({ ctx: other, call: { started_at: OCTOBER } });
    await converted();
    await close("2026-10");
    expect(await getPeriod(other, "2026-10")).toMatchObject({ state: "ended", waiting: 1, closed: null });
  });

  test("a closing can neither be edited nor deleted", async () => {
    await converted();
    await close("2026-10");
    const where = { companyId: ctx.company.id };
    await expect(
      inCompany(ctx.company.id, (tx) => tx.period.updateMany({ where, data: { preview: {} } })),
    ).rejects.toThrow();
    await expect(inCompany(ctx.company.id, (tx) => tx.period.deleteMany({ where }))).rejects.toThrow();
  });
});

test("a call that is not converted and not billed does not prevent the closing", async () => {
  await givenCall(ctx, { started_at: OCTOBER });
  await converted();
  expect(await close("2026-10")).toMatchObject({ state: "closed", entries: 2 });
});
