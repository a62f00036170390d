import { beforeEach, expect, test } from "vitest";
import { convertAll } from "@/lib/conversion/convert";
import { updateCall } from "@/lib/conversion/update-call";
import { asOwner } from "@/lib/testing/as-owner";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { closePeriod } from "./close-period";
import { type Acknowledged, WARNINGS } from "./domain/warning";
import { getPeriod } from "./get-period";
import { listPeriodCalls } from "./list-period-calls";

const MONTH = "2026-10";

let ctx: GivenContext;
beforeEach(async () => {
  ({ ctx } = await givenCompany({ timeZone: "America/Denver" }));
});

const day = (number: number) => new Date(Date.UTC(2026, 9, number, 18));

async function givenOctober(save: Parameters<typeof updateCall>[2], count = 1, at = day(15)) {
  const calls = await givenCalls(
    ctx,
    Array.from({ length: count }, () => ({ started_at: at })),
  );
  for (const call of calls) await updateCall(ctx, call, save);
  return calls.map(({ id }) => id);
}

const warned = async (by: Parameters<typeof getPeriod>[0] = ctx) =>
  (await getPeriod(by, MONTH)).warnings.map(({ warning, count }) => `${warning} ${count}`);

test("calls that are legal but unusual are counted, shown and listed", async () => {
  await givenOctober({ buyer_converted: true, offer_converted: true });
  const free = await givenOctober({ buyer_converted: true, revenue: "0" }, 7);
  const [unpaid] = await givenOctober({ offer_converted: true, payout: "3" });
  const [dear] = await givenOctober({ buyer_converted: true, offer_converted: true, revenue: "5", payout: "8" });
  expect(await warned()).toEqual(["converted_at_zero 7", "payout_without_revenue 1", "payout_above_revenue 1"]);
  const { warnings } = await getPeriod(ctx, MONTH);
  expect(warnings.map(({ calls }) => calls?.length)).toEqual([5, 1, 1]);
  expect(warnings[1]?.calls).toMatchObject([{ id: unpaid, revenue: "0.00", payout: "3.00", caller: "…0142" }]);
  expect(warnings[2]?.calls).toMatchObject([{ id: dear, revenue: "5.00", payout: "8.00" }]);
  const pages = await listPeriodCalls(ctx, MONTH, { warning: "converted_at_zero", per_page: 4 });
  const rest = await listPeriodCalls(ctx, MONTH, { warning: "converted_at_zero", cursor: pages.next_cursor ?? "" });
  expect([...pages.calls, ...rest.calls].map(({ id }) => id)).toEqual(free.toReversed());
  expect(rest.next_cursor).toBeNull();
  expect((await listPeriodCalls(ctx, MONTH, { day: "2026-10-15" })).calls).toHaveLength(10);
  expect((await listPeriodCalls(ctx, MONTH, { day: "2026-10-14" })).calls).toEqual([]);
});

test("calls of other months, by the company's zone, are not included", async () => {
  await givenOctober({ buyer_converted: true, revenue: "0" }, 1, new Date("2026-11-01T06:00:00Z"));
  await givenOctober({ buyer_converted: true, revenue: "0" }, 1, new Date("2026-10-01T05:59:59.999Z"));
  await givenOctober({ buyer_converted: true }, 1);
  expect(await warned()).toEqual([]);
  await givenOctober({ buyer_converted: true, revenue: "0" }, 1, new Date("2026-11-01T05:59:59.999Z"));
  await givenOctober({ buyer_converted: true, revenue: "0" }, 1, new Date("2026-10-01T06:00:00Z"));
  expect(await warned()).toEqual(["converted_at_zero 2"]);
});

test("cap windows over their limit, and calls with open inbox items", async () => {
  const [first] = await givenOctober({ buyer_converted: true }, 2);
  await asOwner(
    ctx.company.id,
    `insert into cap (company_id, buyer_id, measure, span, limit_amount, time_zone, created_at, actor_type)
     values ($1, $2, 'revenue', 'day', 1500, 'America/Denver', now(), 'system'),
       ($1, $2, 'conversions', 'month', 2, 'America/Denver', now(), 'system')`,
    [ctx.company.id, ctx.buyer.id],
  );
  await asOwner(
    ctx.company.id,
    `insert into cap_usage (company_id, cap_id, window_start, used)
     select company_id, id, timestamptz '2026-10-15T06:00:00Z', case when measure = 'revenue' then 2000 else 2 end
     from cap where company_id = $1 on conflict (company_id, cap_id, window_start) do update set used = excluded.used`,
    [ctx.company.id],
  );
  for (const reason of ["locked", "outside_limits"]) {
    await asOwner(
      ctx.company.id,
      `insert into inbox (company_id, received_at, reason, call_id, mechanism, actor_type, payload)
       values ($1, now(), $2, $3, 'api', 'system', '{}')`,
      [ctx.company.id, reason, first],
    );
  }
  const { warnings } = await getPeriod(ctx, MONTH);
  expect(warnings).toMatchObject([
    {
      warning: "over_cap",
      count: 1,
      caps: [{ party: { name: "Birch Roofing" }, measure: "revenue", span: "day", used: "20.00", limit: "15.00" }],
    },
    { warning: "open_inbox", count: 1, calls: [{ id: first }] },
  ]);
});

test("days that are far from the usual of their weekday, with the usual value", async () => {
  const usual = Array.from({ length: 31 }, (_, index) => (index + 1 === 14 ? 1 : 14));
  const calls = await givenCalls(
    ctx,
    usual.flatMap((count, index) => Array.from({ length: count }, () => ({ started_at: day(index + 1) }))),
  );
  const command = { kind: "update", mechanism: "import", buyer: { converted: true } } as const;
  await convertAll(
    ctx,
    calls.map(({ id }) => ({ call: { id }, actor: ctx.actor, command })),
  );
  const { warnings } = await getPeriod(ctx, MONTH);
  expect(warnings).toEqual([
    {
      warning: "unusual_days",
      count: 2,
      days: [
        { day: "2026-10-14", measure: "conversions", value: "1", usual: "14" },
        { day: "2026-10-14", measure: "revenue", value: "10.00", usual: "140.00" },
      ],
    },
  ]);
});

test("a month with warnings closes once each is acknowledged, and keeps its warnings", async () => {
  await givenOctober({ buyer_converted: true, revenue: "0" }, 2);
  await givenOctober({ offer_converted: true });
  await expect(closePeriod(ctx, { month: MONTH, acknowledge: ["converted_at_zero"] })).rejects.toMatchObject({
    code: "invalid",
    errors: { acknowledge: expect.stringContaining("October 2026 warns of payout_without_revenue (1).") },
  });
  expect(await getPeriod(ctx, MONTH)).toMatchObject({ state: "ended", closed: null });
  const closed = await closePeriod(ctx, { month: MONTH, acknowledge: WARNINGS });
  expect(closed.warnings).toEqual([
    { warning: "converted_at_zero", count: 2 },
    { warning: "payout_without_revenue", count: 1 },
  ]);
  await expectBooksBalance(ctx);
});

test("three acknowledged calls do not acknowledge a fourth: 409 names both counts, and nothing is billed or closed", async () => {
  await givenOctober({ buyer_converted: true });
  await givenOctober({ buyer_converted: true, revenue: "0" }, 3);
  const seen = Object.fromEntries((await getPeriod(ctx, MONTH)).warnings.map(({ warning, count }) => [warning, count]));
  expect(seen).toEqual({ converted_at_zero: 3 });
  await givenOctober({ buyer_converted: true, revenue: "0" });
  await givenOctober({ offer_converted: true });
  const close = (acknowledge: Acknowledged) => closePeriod(ctx, { month: MONTH, acknowledge });
  await expect(close(seen)).rejects.toMatchObject({
    code: "conflict",
    message:
      "There are new warnings. converted_at_zero: 3 acknowledged, now 4. payout_without_revenue: 0 acknowledged, now 1. October 2026 was not closed. Review the warnings and close again.",
  });
  await expect(close({})).rejects.toThrow("converted_at_zero: 0 acknowledged, now 4.");
  expect(await getPeriod(ctx, MONTH)).toMatchObject({ state: "ended", entries: 0, waiting: 2 });
  expect(await close({ converted_at_zero: 5, payout_without_revenue: 1 })).toMatchObject({ state: "closed" });
  await expectBooksBalance(ctx);
});

test("without permission for amounts, warnings that reveal them and their calls are hidden", async () => {
  await givenOctober({ buyer_converted: true, revenue: "0" });
  await givenOctober({ offer_converted: true });
  const { ctx: blind } = await givenMember(ctx, "billing", { "call.revenue": "none" });
  expect(await warned(blind)).toEqual([]);
  const listing = async () => listPeriodCalls(blind, MONTH, { warning: "converted_at_zero" });
  await expect(listing()).rejects.toMatchObject({ code: "forbidden" });
  expect(JSON.stringify(await listPeriodCalls(blind, MONTH, {}))).not.toContain("revenue");
});
