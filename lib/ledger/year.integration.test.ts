import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { Conflict } from "@/lib/base/errors";
import type { ConversionUpdate, NewCall } from "@/lib/call/contract/call";
import { updateCall } from "@/lib/conversion/update-call";
import { recordPayment } from "@/lib/document/record-document";
import { reverseDocument } from "@/lib/document/reverse-document";
import { exportLedger } from "@/lib/export/export-ledger";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { closePeriod } from "@/lib/period/close-period";
import { WARNINGS } from "@/lib/period/domain/warning";
import { getPeriod } from "@/lib/period/get-period";
import { verifyBooks } from "@/lib/proof/verify-books";
import { issueStatements } from "@/lib/statement/issue-statements";
import { createTerms } from "@/lib/terms/create-terms";
import { asOwner } from "@/lib/testing/as-owner";
import { payableOf, receivableOf } from "@/lib/testing/balance-of";
import { readBooks } from "@/lib/testing/books/read-books";
import { addUpLedger } from "@/lib/testing/export/add-up-ledger";
import { askProgram } from "@/lib/testing/export/ask-program";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { rollUp } from "./roll-up";

/**
 * One year of a company in New York: 2028, a leap year; clocks change on 12 March and 5 November. Buyers pay 10.00 per
 * call until June and 15.00 from July; one traffic source earns 6.00, the other 60 % of the charge. Each test continues
 * from the previous one; expected amounts are calculated by hand.
 */
let ctx: GivenContext;
let buyer: AccountOwner;
let source: AccountOwner;

beforeAll(async () => {
  const clock = fakeClock("2028-01-10T15:00:00Z");
  ({ ctx } = await givenCompany({ timeZone: "America/New_York", clock }));
  buyer = { type: "buyer", id: ctx.buyer.id };
  source = { type: "traffic_source", id: ctx.trafficSource.id };
  const { offer, otherTrafficSource } = ctx;
  const prices = [ctx.buyer, ctx.otherBuyer].map(({ id }) => ({
    buyerId: id,
    offerId: offer.id,
    validFrom: new Date("2028-07-01T04:00:00Z"),
    amountMinor: 1500n,
  }));
  const share = {
    offerId: offer.id,
    trafficSourceId: otherTrafficSource.id,
    validFrom: new Date("2028-01-01T05:00:00Z"),
    percentBasisPoints: 6000,
  };
  await createTerms(ctx, { prices, payouts: [share] });
});

const SOLD = { buyer_converted: true, offer_converted: true };
const TAKEN_BACK = { buyer_converted: false, offer_converted: false };

/** A call with this start, decided at the time of the clock. */
async function sold(startedAt: string, more: NewCall = {}, update: ConversionUpdate = SOLD): Promise<number> {
  const { id } = await givenCall(ctx, { started_at: new Date(startedAt), ...more });
  await save(id, update);
  return id;
}

async function save(id: number, update: ConversionUpdate): Promise<void> {
  await updateCall(ctx, { id }, update);
  await rollUp(ctx);
}

async function close(month: string): Promise<void> {
  await closePeriod(ctx, { month, acknowledge: WARNINGS });
}

/** Entries of a call in posting order: kind, amount, booking day. */
async function postedFor(id: number): Promise<string[]> {
  const { entries } = await readBooks(ctx.company);
  return entries
    .filter(({ source: from, number }) => from === "call" && number === BigInt(id))
    .sort((one, other) => Number(one.rollupNumber - other.rollupNumber) || one.kind.localeCompare(other.kind))
    .map(({ kind, amountMinor, bookedOn }) => `${kind} ${amountMinor} ${bookedOn.toISOString().slice(0, 10)}`);
}

test("January: one call is sold, and the month closes when it has ended in New York, not before", async () => {
  expect(await postedFor(await sold("2028-01-10T14:00:00Z"))).toEqual([
    "charge 1000 2028-01-10",
    "payout 600 2028-01-10",
  ]);
  ctx.clock.set("2028-02-01T04:59:59Z");
  await expect(close("2028-01")).rejects.toThrow(Conflict);
  ctx.clock.set("2028-02-01T05:00:00Z");
  await close("2028-01");
  await expect(close("2028-01")).rejects.toThrow(Conflict);
});

test("February has a 29th, and its last second does not belong to March", async () => {
  ctx.clock.set("2028-03-01T12:00:00Z");
  expect(await postedFor(await sold("2028-03-01T04:59:59Z"))).toContain("charge 1000 2028-02-29");
  expect(await postedFor(await sold("2028-03-01T05:00:00Z"))).toContain("charge 1000 2028-03-01");
  await close("2028-02");
});

test("In March clocks go forward: the day has 23 hours, and the month ends four hours behind UTC instead of five", async () => {
  ctx.clock.set("2028-04-02T12:00:00Z");
  expect(await postedFor(await sold("2028-03-12T06:59:59Z"))).toContain("charge 1000 2028-03-12");
  expect(await postedFor(await sold("2028-03-12T07:00:00Z"))).toContain("charge 1000 2028-03-12");
  expect(await postedFor(await sold("2028-04-01T03:59:59Z"))).toContain("charge 1000 2028-03-31");
  expect(await postedFor(await sold("2028-04-01T04:00:00Z"))).toContain("charge 1000 2028-04-01");
});

test("A call of April's last second is booked in April although it is rolled up in May, because April is open", async () => {
  ctx.clock.set("2028-05-01T04:05:00Z");
  await close("2028-03");
  expect(await postedFor(await sold("2028-05-01T03:59:59Z"))).toEqual([
    "charge 1000 2028-04-30",
    "payout 600 2028-04-30",
  ]);
});

test("May: a buyer switch in an open month moves the charge on its own day, and the percentage follows the price", async () => {
  ctx.clock.set("2028-05-20T15:00:00Z");
  const id = await sold("2028-05-12T15:00:00Z", { traffic_source_id: ctx.otherTrafficSource.id });
  ctx.clock.set("2028-06-03T15:00:00Z");
  await save(id, { buyer_id: ctx.otherBuyer.id, revenue: "12.50" });
  expect(await postedFor(id)).toEqual([
    "charge 1000 2028-05-12",
    "payout 600 2028-05-12",
    "charge 1250 2028-05-12",
    "clawback 600 2028-05-12",
    "credit 1000 2028-05-12",
    "payout 750 2028-05-12",
  ]);
  await close("2028-04");
  await close("2028-05");
});

test("Re-pricing on the first of July: the last call of June costs 10.00, the next 15.00", async () => {
  ctx.clock.set("2028-07-02T15:00:00Z");
  expect(await postedFor(await sold("2028-07-01T03:59:59Z"))).toContain("charge 1000 2028-06-30");
  expect(await postedFor(await sold("2028-07-01T04:00:00Z"))).toContain("charge 1500 2028-07-01");
  await close("2028-06");
});

test("A reversal after the payment, in a closed month, is a correction that leaves the buyer in credit", async () => {
  ctx.clock.set("2028-08-02T15:00:00Z");
  const id = await sold("2028-07-15T15:00:00Z");
  await issueStatements(ctx);
  const owed = await receivableOf(ctx, ctx.buyer.id);
  // 10.00 each in January, February, June and on 1 March, 12 March (twice), 31 March, 1 and 30 April; 15.00 twice in
  // July.
  expect(owed).toBe(9n * 1000n + 2n * 1500n);
  ctx.clock.set("2028-08-20T15:00:00Z");
  await recordPayment(ctx, buyer, { amount: "120.00", reference: "Wire 8801" });
  await close("2028-07");
  const july = await getPeriod(ctx, "2028-07");
  ctx.clock.set("2028-09-03T15:00:00Z");
  await save(id, TAKEN_BACK);
  expect(await postedFor(id)).toEqual([
    "charge 1500 2028-07-15",
    "payout 600 2028-07-15",
    "clawback 600 2028-08-01",
    "credit 1500 2028-08-01",
  ]);
  expect(await receivableOf(ctx, ctx.buyer.id)).toBe(-1500n);
  expect(await getPeriod(ctx, "2028-07")).toMatchObject({
    revenue: july.revenue,
    payout: july.payout,
    entries: july.entries,
  });
});

test("A payment that bounces in September reopens what it settled, in September's books", async () => {
  ctx.clock.set("2028-09-10T15:00:00Z");
  await close("2028-08");
  const { document } = await recordPayment(ctx, { type: "buyer", id: ctx.otherBuyer.id }, { amount: "12.50" });
  expect(await receivableOf(ctx, ctx.otherBuyer.id)).toBe(0n);
  ctx.clock.set("2028-10-12T15:00:00Z");
  await close("2028-09");
  await reverseDocument(ctx, document.number, { reason: "The bank returned it." });
  expect(await receivableOf(ctx, ctx.otherBuyer.id)).toBe(1250n);
  const reversal = (await readBooks(ctx.company)).entries.find(({ kind }) => kind === "payment_reversal");
  expect(reversal?.bookedOn.toISOString().slice(0, 10)).toBe("2028-10-12");
});

test("November's calls are billed in November while October is still open, after clocks went back", async () => {
  ctx.clock.set("2028-11-20T15:00:00Z");
  expect(await postedFor(await sold("2028-11-01T03:59:59Z"))).toContain("charge 1500 2028-10-31");
  expect(await postedFor(await sold("2028-11-05T05:30:00Z"))).toContain("charge 1500 2028-11-05");
  expect(await postedFor(await sold("2028-11-05T06:30:00Z"))).toContain("charge 1500 2028-11-05");
  expect(await postedFor(await sold("2028-11-06T04:59:59Z"))).toContain("charge 1500 2028-11-05");
  await expect(close("2028-11")).rejects.toThrow(Conflict);
  await recordPayment(ctx, source, { amount: "20.00", reference: "ACH 552" });
  await expectBooksBalance(ctx);
});

test("December: the company moves to Los Angeles, and its last month ends three hours later", async () => {
  ctx.clock.set("2028-12-15T15:00:00Z");
  await close("2028-10");
  await close("2028-11");
  await asOwner(ctx.company.id, "select move_company($1, 'America/Los_Angeles')", [ctx.company.id]);
  ctx = { ...ctx, company: { ...ctx.company, timeZone: "America/Los_Angeles" } };
  ctx.clock.set("2029-01-05T15:00:00Z");
  expect(await postedFor(await sold("2029-01-01T07:59:59Z"))).toContain("charge 1500 2028-12-31");
  expect(await postedFor(await sold("2029-01-01T08:00:00Z"))).toContain("charge 1500 2029-01-01");
  await close("2028-12");
});

test("The year adds up by month and by party, and the proof holds", async () => {
  expect(await revenueByMonth()).toEqual({
    "2028-01": 1000n,
    "2028-02": 1000n,
    "2028-03": 4000n,
    "2028-04": 2000n,
    "2028-05": 1250n,
    "2028-06": 1000n,
    "2028-07": 3000n,
    "2028-08": -1500n,
    "2028-10": 1500n,
    "2028-11": 4500n,
    "2028-12": 1500n,
    "2029-01": 1500n,
  });
  expect(await payableOf(ctx, ctx.otherTrafficSource.id)).toBe(750n);
  expect(await verifyBooks(ctx)).toBeNull();
});

test("The year as plain text gives the same balances, account by account, also in hledger where it is installed", async () => {
  let text = "";
  for await (const piece of exportLedger(ctx, { format: "hledger" }).body) text += piece;
  const ours = await netOfAccounts();
  const { unbalanced, totals } = addUpLedger(text, 2);
  expect(unbalanced).toEqual([]);
  expect([...totals.values()].filter((net) => net !== 0n).sort(byValue)).toEqual(ours);

  const directory = await mkdtemp(path.join(os.tmpdir(), "callmark-year-"));
  const file = path.join(directory, "year.journal");
  await writeFile(file, text);
  const asked = await askProgram(
    "hledger",
    "-f",
    file,
    "balance",
    "--flat",
    "--no-total",
    "--layout=bare",
    "-O",
    "csv",
  );
  await rm(directory, { recursive: true });
  if (asked === null) return;
  expect(asked.code, asked.output).toBe(0);
  const theirs = [...asked.output.matchAll(/"(-?[0-9]+\.[0-9]{2})"$/gm)].map(([, net = ""]) =>
    BigInt(net.replace(".", "")),
  );
  expect(theirs.filter((net) => net !== 0n).sort(byValue)).toEqual(ours);
});

const byValue = (one: bigint, other: bigint) => Number(one - other);

/** Debits less credits of every account with entries, smallest first. */
async function netOfAccounts(): Promise<bigint[]> {
  const nets = new Map<bigint, bigint>();
  for (const { accountId, debitMinor, creditMinor } of (await readBooks(ctx.company)).balances) {
    const net = BigInt(debitMinor.minus(creditMinor).toFixed());
    nets.set(accountId, (nets.get(accountId) ?? 0n) + net);
  }
  return [...nets.values()].filter((net) => net !== 0n).sort(byValue);
}

async function revenueByMonth(): Promise<Record<string, bigint>> {
  const { accounts, balances } = await readBooks(ctx.company);
  const revenue = accounts.find(({ kind }) => kind === "revenue")?.id;
  const months: Record<string, bigint> = {};
  for (const row of balances.filter(({ accountId }) => accountId === revenue)) {
    const month = row.bookedOn.toISOString().slice(0, 7);
    months[month] = (months[month] ?? 0n) + BigInt(row.creditMinor.minus(row.debitMinor).toFixed());
  }
  return Object.fromEntries(Object.entries(months).sort(([one], [other]) => (one < other ? -1 : 1)));
}
