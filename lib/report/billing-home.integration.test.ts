import { beforeAll, expect, test } from "vitest";
import { dayAfter, dayBefore } from "@/lib/base/days-between";
import { localDay } from "@/lib/base/local-day";
import { recordDocument } from "@/lib/document/record-document";
import type { RollupEntry } from "@/lib/ledger/contract/rollup";
import { ROLLUP_KINDS } from "@/lib/ledger/domain/rollup-kind";
import { getRollup } from "@/lib/ledger/get-rollup";
import { listAccountEntries } from "@/lib/ledger/list-account-entries";
import { listRollups } from "@/lib/ledger/list-rollups";
import { rollUp } from "@/lib/ledger/roll-up";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenWaitingChanges } from "@/lib/testing/ledger/given-waiting-changes";
import type { BillingHome } from "./contract";
import { getBillingHome } from "./get-billing-home";

const cents = (text: string | undefined) => BigInt((text ?? "").replace(".", ""));
const add = (amounts: readonly (string | undefined)[]) => amounts.reduce((total, amount) => total + cents(amount), 0n);
const OF_CALLS = ["charge", "credit", "payout", "clawback"];

let ctx: GivenContext;
beforeAll(async () => {
  ctx = await givenWaitingChanges();
});

test("the pending amount of each party is what the next rollup adds", async () => {
  const all = ({ buyers, traffic_sources }: BillingHome) => [
    ...(buyers?.parties ?? []),
    ...(traffic_sources?.parties ?? []),
  ];
  const before = await getBillingHome(ctx, { order: "name" });
  await rollUp(ctx, 20);
  const after = await getBillingHome(ctx, { order: "name" });
  expect(all(before).some(({ pending }) => pending.entries > 0)).toBe(true);
  expect(all(after).map(({ balance }) => balance)).toEqual(all(before).map(({ pending }) => pending.amount));
  expect(all(after).every(({ pending }) => pending.entries === 0)).toBe(true);
});

test("every figure is the sum of its entries", async () => {
  await recordDocument(
    ctx,
    { type: "buyer", id: ctx.buyer.id },
    { kind: "payment", amount: "7.00", dated: "2026-11-05" },
  );
  const { buyers, traffic_sources, days, totals } = await getBillingHome(ctx, {});
  const parties = [...(buyers?.parties ?? []), ...(traffic_sources?.parties ?? [])];
  expect(parties).toHaveLength(4);
  const byDay = new Map<string, { revenue: bigint; payout: bigint }>();
  for (const { party, balance, period, previous, entries } of parties) {
    const { entries: own } = await listAccountEntries(ctx, party, { per_page: 200 });
    const ofCalls = own.filter(({ kind }) => OF_CALLS.includes(kind));
    const inMonth = (month: string) => ofCalls.filter(({ booked_on }) => booked_on.startsWith(month));
    expect(add(own.map(({ amount }) => amount))).toBe(cents(balance));
    expect(add(inMonth("2026-11").map(({ amount }) => amount))).toBe(cents(period));
    expect(add(inMonth("2026-10").map(({ amount }) => amount))).toBe(cents(previous));
    expect(own.filter(({ booked_on }) => booked_on.startsWith("2026-11"))).toHaveLength(entries);
    for (const { booked_on, amount } of ofCalls) {
      const sums = byDay.get(booked_on) ?? { revenue: 0n, payout: 0n };
      sums[party.type === "buyer" ? "revenue" : "payout"] += cents(amount);
      byDay.set(booked_on, sums);
    }
  }
  expect(days[0]?.day).toBe("2026-10-01");
  expect(days.at(-1)?.day).toBe("2026-11-23");
  for (const { day, revenue, payout, margin } of days) {
    const sums = byDay.get(day) ?? { revenue: 0n, payout: 0n };
    expect([day, cents(revenue), cents(payout), cents(margin)]).toEqual([
      day,
      sums.revenue,
      sums.payout,
      sums.revenue - sums.payout,
    ]);
  }
  const november = days.filter(({ day }) => day >= "2026-11-01");
  expect(add(november.map(({ margin }) => margin))).toBe(cents(totals.margin?.period));
  const [day] = november.filter(({ revenue }) => cents(revenue) !== 0n);
  const onDay = await getBillingHome(ctx, { day: day?.day });
  expect(add((onDay.buyers?.parties ?? []).map(({ period }) => period))).toBe(cents(day?.revenue));
  expect(onDay.buyers?.parties.every(({ entries }) => entries > 0)).toBe(true);
});

test("balances of a past month or day are those at its end", async () => {
  for (const [query, to] of [
    [{ month: "2026-10" }, "2026-10-31"],
    [{ day: "2026-11-08" }, "2026-11-08"],
  ] as const) {
    const { as_of, buyers, traffic_sources } = await getBillingHome(ctx, query);
    expect(as_of).toBe(to);
    const parties = [...(buyers?.parties ?? []), ...(traffic_sources?.parties ?? [])];
    expect(parties.length).toBeGreaterThan(0);
    for (const { party, balance } of parties) {
      const { entries } = await listAccountEntries(ctx, party, { to, per_page: 200 });
      expect(cents(balance)).toBe(add(entries.map(({ amount }) => amount)));
    }
  }
  expect(await getBillingHome(ctx, { month: "2026-11" })).toMatchObject({ as_of: null });
});

test("the largest balance comes first, a search finds others by name, and totals include all parties", async () => {
  const one = await getBillingHome(ctx, { per_page: 1 });
  const actual = await getBillingHome(ctx, { q: "cedar" });
  expect(one.buyers?.more).toBe(true);
  expect(actual.buyers?.parties.map(({ party }) => party.name)).toEqual(["Cedar Roofs"]);
  expect(actual.buyers?.balance).toBe(one.buyers?.balance);
  const nobody = await getBillingHome(ctx, { q: "100%_\0" });
  expect(nobody.buyers).toMatchObject({ parties: [], count: 2, balance: one.buyers?.balance });
});

test("a member who may see no amounts is rejected; one who may see one side sees that side", async () => {
  for (const role of ["operator", "viewer"] as const) {
    await expect(getBillingHome((await givenMember(ctx, role)).ctx, {})).rejects.toThrow("billing: read");
  }
  const noPayout = (await givenMember(ctx, "billing", { "call.payout": "none" })).ctx;
  const home = await getBillingHome(noPayout, {});
  expect(home.buyers).toBeDefined();
  expect(JSON.stringify(home)).not.toMatch(/traffic_source|payout|margin/);
});

test("rollups are found by kind and by day in the company's zone", async () => {
  const { rollups } = await listRollups(ctx, {});
  expect(new Set(rollups.map(({ does }) => does))).toEqual(new Set(["calls", "documents"]));
  for (const kind of ROLLUP_KINDS) {
    const expected = rollups.filter(({ does }) => does === kind);
    expect((await listRollups(ctx, { kind })).rollups).toEqual(expected);
  }
  const day = localDay(ctx.now(), ctx.company.timeZone);
  expect((await listRollups(ctx, { day })).rollups).toEqual(rollups);
  for (const other of [dayBefore(day), dayAfter(day)]) {
    expect((await listRollups(ctx, { day: other, kind: "calls" })).rollups).toEqual([]);
  }
});

test("a rollup lists its entries in pages, and they add up to it", async () => {
  const { rollups } = await listRollups(ctx, {});
  expect(rollups.length).toBeGreaterThan(1);
  for (const rollup of rollups.filter(({ does }) => does === "calls")) {
    const entries: RollupEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await getRollup(ctx, rollup.id, { cursor, per_page: 7 });
      entries.push(...page.entries);
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(rollup.entries);
    const of = (kind: string) => add(entries.filter((entry) => entry.kind === kind).map(({ amount }) => amount));
    expect(of("charge") - of("credit")).toBe(cents(rollup.revenue));
    expect(of("payout") - of("clawback")).toBe(cents(rollup.payout));
  }
  const { ctx: stranger } = await givenCompany();
  await expect(getRollup(stranger, 1)).rejects.toThrow("Nothing was found at this address");
  await expect(getRollup((await givenMember(ctx, "viewer")).ctx, 1)).rejects.toThrow("rollups: read");
  const noBilling = (await givenMember(ctx, "manager", { billing: "none" })).ctx;
  expect(JSON.stringify(await getRollup(noBilling, 1))).not.toMatch(/amount|revenue|"payout":"/);
});
