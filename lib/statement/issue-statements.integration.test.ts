import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { NotFound } from "@/lib/base/errors";
import { saveBillingDetails } from "@/lib/billing-profile/company-details";
import { updateCall } from "@/lib/conversion/update-call";
import { recordPayment } from "@/lib/document/record-document";
import { reverseDocument } from "@/lib/document/reverse-document";
import { rollUp } from "@/lib/ledger/roll-up";
import { asOwner } from "@/lib/testing/as-owner";
import { receivableOf } from "@/lib/testing/balance-of";
import { readBooks } from "@/lib/testing/books/read-books";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { fakeClock } from "@/lib/testing/fake-clock";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { everyLineOf } from "@/lib/testing/statement/every-line-of";
import { givenTerms } from "@/lib/testing/statement/given-terms";
import { statementFaults } from "@/lib/testing/statement/statement-faults";
import { getStatement } from "./get-statement";
import { issueStatements } from "./issue-statements";
import { listStatementLines } from "./list-statement-lines";
import { listStatements } from "./list-statements";
import { previewStatement, previewStatements } from "./preview-statements";
import { exportStatement, printStatement } from "./print-statement";

let ctx: GivenContext;
let buyer: { type: "buyer"; id: number };
let call: { id: number };

/** A call of October worth 10.00, in a company whose clock shows 2 November. */
beforeEach(async () => {
  ({ ctx } = await givenCompany({ clock: fakeClock("2026-11-02T17:00:00Z") }));
  buyer = { type: "buyer", id: ctx.buyer.id };
  call = await givenCall(ctx, { started_at: new Date("2026-10-20T18:00:00Z") });
  await save({ buyer_converted: true, offer_converted: true });
});

async function save(update: Parameters<typeof updateCall>[2]): Promise<void> {
  await updateCall(ctx, { id: call.id }, update);
  await rollUp(ctx);
}

async function close(month: string): Promise<void> {
  await asOwner(ctx.company.id, "update ledger_head set closed_through = $1", [`${month}-01`]);
}

async function filesOf(number: string): Promise<string[]> {
  const pdf = await printStatement(ctx, number);
  const csv: string[] = [];
  for await (const piece of (await exportStatement(ctx, number)).body) csv.push(piece);
  return [createHash("sha256").update(pdf.body).digest("hex"), csv.join("")];
}

const numbersOf = async () => (await listStatements(ctx, {})).statements.map(({ number }) => number);

test("pending conversions are posted first and appear on the statement of their cycle", async () => {
  const late = await givenCall(ctx, { started_at: new Date("2026-10-25T18:00:00Z") });
  await updateCall(ctx, { id: late.id }, { buyer_converted: true, offer_converted: true });
  expect(await issueStatements(ctx, { owner: buyer })).toHaveLength(1);
  expect(await everyLineOf(ctx, "INV-000001")).toMatchObject([{ amount: "10.00" }, { amount: "10.00" }]);
  await expectBooksBalance(ctx);
});

test("an unknown party is rejected, and nothing is posted", async () => {
  await updateCall(ctx, { id: call.id }, { buyer_converted: false });
  await expect(issueStatements(ctx, { owner: { type: "buyer", id: 999_999 } })).rejects.toThrow(NotFound);
  expect((await readBooks(ctx.company)).queue).toHaveLength(1);
});

test("statements are found by name, type, month and state, and filters combine", async () => {
  await issueStatements(ctx, {});
  const actual = async (query: Parameters<typeof listStatements>[1]) =>
    (await listStatements(ctx, query)).statements.map(({ number }) => number);
  const [invoice, payout] = ["INV-000001", "PS-000002"];
  expect(await actual({ month: "2026-10" })).toEqual([payout, invoice]);
  expect(await actual({ month: "2026-09" })).toEqual([]);
  expect(await actual({ q: " birch " })).toEqual([invoice]);
  expect(await actual({ q: "maple" })).toEqual([payout]);
  expect(await actual({ q: "%" })).toEqual([]);
  expect(await actual({ type: "traffic_source" })).toEqual([payout]);
  expect(await actual({ type: "traffic_source", q: "birch" })).toEqual([]);
  await recordPayment(ctx, buyer, { amount: "10" });
  expect([await actual({ state: "open" }), await actual({ state: "paid" })]).toEqual([[payout], [invoice]]);
  ctx.clock.set("2027-02-01T17:00:00Z");
  expect([await actual({ state: "open" }), await actual({ state: "overdue" })]).toEqual([[payout], [payout]]);
  expect(await actual({ state: "due" })).toEqual([]);
});

test("settlements and the open amount are shown beside a statement, and its files never change", async () => {
  await issueStatements(ctx, { owner: buyer });
  const files = await filesOf("INV-000001");
  expect(await getStatement(ctx, "1")).toMatchObject({ allocated: "0.00", open: "10.00", allocations: [] });
  const wire = { amount: "4", dated: "2026-11-02", reference: "Wire 4711" };
  const { document } = await recordPayment(ctx, buyer, wire);
  expect(await getStatement(ctx, "1")).toMatchObject({
    ...{ state: "due", allocated: "4.00", open: "6.00" },
    allocations: [
      { document: document.number, kind: "payment", dated: "2026-11-02", reference: "Wire 4711", amount: "4.00" },
    ],
  });
  await recordPayment(ctx, buyer, { amount: "6" });
  const paid = await getStatement(ctx, "1");
  expect(paid).toMatchObject({ state: "paid", open: "0.00", to_pay: "10.00" });
  expect(paid.allocations.map(({ amount }) => amount)).toEqual(["4.00", "6.00"]);
  await reverseDocument(ctx, document.number, { reason: "The bank returned it." });
  const again = await getStatement(ctx, "1");
  expect(again).toMatchObject({ state: "due", open: "4.00", allocations: [{ amount: "6.00" }] });
  expect(await filesOf("INV-000001")).toEqual(files);
});

test("convert, issue, close, reverse: the original is unchanged byte for byte, and the next statement has the correction", async () => {
  await issueStatements(ctx, { owner: buyer });
  const before = [await getStatement(ctx, "INV-000001"), await filesOf("INV-000001")];
  await save({ buyer_converted: false });
  await close("2026-10");
  await asOwner(ctx.company.id, "update buyer set name = 'Renamed' where id = $1", [buyer.id]);
  await asOwner(ctx.company.id, "update offer set name = 'Renamed' where id = $1", [ctx.offer.id]);
  await asOwner(ctx.company.id, "update call_person set caller = null where call_id = $1", [call.id]);
  await asOwner(ctx.company.id, "update company set time_zone = 'Asia/Tokyo', name = 'Renamed' where id = $1", [
    ctx.company.id,
  ]);
  await givenTerms(ctx, buyer, { legal_name: "Renamed", cycle: "weekly", net_days: 5 });
  await saveBillingDetails(ctx, { legal_name: "Renamed", address: [], tax_id: "", email: "" });
  expect([await getStatement(ctx, "INV-000001"), await filesOf("INV-000001")]).toEqual(before);

  ctx.clock.set("2026-11-10T17:00:00Z");
  await issueStatements(ctx, { owner: buyer });
  expect(await numbersOf()).toEqual(["INV-000002", "INV-000001"]);
  const [line] = await everyLineOf(ctx, "INV-000002");
  expect(line).toMatchObject({ kind: "credit", amount: "-10.00", caller: "…0142" });
  expect(line?.apart).toMatchObject({ as: "late", reason: "reversal", corrects: { statement: "INV-000001" } });
  expect(await getStatement(ctx, "INV-000002")).toMatchObject({
    cycle_start: "2026-11-01",
    opening: "10.00",
    closing: "0.00",
    carried: "10.00",
    to_pay: "0.00",
    state: "nothing_to_pay",
  });
  expect(await statementFaults(ctx, buyer)).toEqual([]);
});

test("a late change to a closed month is a correction, with its reason and what it corrects", async () => {
  await issueStatements(ctx, { owner: buyer });
  await close("2026-10");
  await save({ revenue: "12.50" });
  ctx.clock.set("2026-12-01T17:00:00Z");
  await issueStatements(ctx, { owner: buyer });
  const { lines } = await listStatementLines(ctx, "2", { part: "apart" });
  expect(lines.map(({ kind, amount, apart }) => [kind, amount, apart?.as, apart?.reason, apart?.corrects])).toEqual(
    [
      ["charge", "12.50"],
      ["credit", "-10.00"],
    ].map(([kind, amount]) => [
      kind,
      amount,
      "correction",
      "new_price",
      { entry_id: `call-${call.id}-1-charge`, day: "2026-10-20", statement: "INV-000001" },
    ]),
  );
  expect((await listStatementLines(ctx, "2", { part: "usual" })).lines).toEqual([]);
  expect(await getStatement(ctx, "2")).toMatchObject({ opening: "10.00", closing: "12.50", billed: "2.50" });
  expect(await getStatement(ctx, "2")).toMatchObject({ carried: "10.00", to_pay: "2.50" });
});

test("two simultaneous issues issue once, and numbers have no gaps or duplicates", async () => {
  const issued = await Promise.all([issueStatements(ctx), issueStatements(ctx), issueStatements(ctx)]);
  expect(issued.flat().sort()).toEqual([1, 2]);
  expect(await numbersOf()).toEqual(["PS-000002", "INV-000001"]);
  expect(await issueStatements(ctx)).toEqual([]);
  await expectBooksBalance(ctx);
});

describe("tax", () => {
  const tax_lines = [
    { name: "Sales tax", percent: "8.25" },
    { name: "City tax", percent: "0.5" },
  ];

  test("is on the statement it is issued with, and is credited with its charge, also in closed months", async () => {
    await givenTerms(ctx, buyer, { tax_lines });
    await close("2026-10");
    await issueStatements(ctx, { owner: buyer });
    expect(await getStatement(ctx, "1")).toMatchObject({ closing: "10.88", billed: "10.88", entries: 3 });
    expect(await receivableOf(ctx, buyer.id)).toBe(1088n);
    for (const perPage of [1, 2, 3, 100]) {
      const lines = await everyLineOf(ctx, "1", perPage);
      expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
        ["charge", "10.00"],
        ["tax", "0.83"],
        ["tax", "0.05"],
      ]);
    }
    await save({ buyer_converted: false });
    ctx.clock.set("2026-12-01T17:00:00Z");
    await issueStatements(ctx, { owner: buyer });
    const second = await getStatement(ctx, "2");
    expect(second).toMatchObject({ opening: "10.88", closing: "0.00", billed: "-10.88", entries: 3 });
    expect(second.taxes.map(({ amount }) => amount)).toEqual(["-0.83", "-0.05"]);
    expect(await statementFaults(ctx, buyer)).toEqual([]);
    await expectBooksBalance(ctx);
  });

  test("adds to what a traffic source has earned", async () => {
    const source = { type: "traffic_source", id: ctx.trafficSource.id } as const;
    await givenTerms(ctx, source, { tax_lines: [{ name: "VAT", percent: "20" }] });
    await issueStatements(ctx, { owner: source });
    expect(await getStatement(ctx, "PS-000001")).toMatchObject({ closing: "7.20", billed: "7.20" });
    await expectBooksBalance(ctx);
  });
});

test("a preview shows what would be issued, whether its month is open, and what is pending", async () => {
  expect(await previewStatements(ctx)).toMatchObject([
    { party: { id: buyer.id }, closing: "10.00", ended: true, period_open: true },
    { party: { id: ctx.trafficSource.id }, closing: "6.00", ended: true },
  ]);
  await close("2026-10");
  expect((await previewStatement(ctx, buyer)).map(({ ended, period_open }) => [ended, period_open])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(await numbersOf()).toEqual([]);
});

test("amounts of buyers need revenue, those of traffic sources payout, and issuing its own permission", async () => {
  await issueStatements(ctx);
  const manager = await givenMember(ctx, "manager", { "call.revenue": "none" });
  const { statements } = await listStatements(manager.ctx, {});
  expect(statements.map(({ closing }) => closing)).toEqual(["6.00", undefined]);
  await expect(getStatement(manager.ctx, "INV-000001")).rejects.toThrow("call.revenue: read");
  await expect(printStatement(manager.ctx, "1")).rejects.toThrow("call.revenue: read");
  await expect(listStatementLines(manager.ctx, "1", {})).rejects.toThrow("call.revenue: read");
  expect(await getStatement(manager.ctx, "PS-000002")).toMatchObject({ closing: "6.00" });
  await expect(issueStatements(manager.ctx)).rejects.toThrow("billing: update");
  const viewer = await givenMember(ctx, "viewer");
  expect(() => listStatements(viewer.ctx, {})).toThrow("billing: read");
  const { ctx: stranger } = await givenCompany();
  await expect(getStatement(stranger, "INV-000001")).rejects.toThrow("Nothing was found at this address");
  await expect(getStatement(ctx, "PS-000001")).rejects.toThrow("Nothing was found at this address");
  await expect(issueStatements(stranger, { owner: buyer })).rejects.toThrow("Nothing was found at this address");
});
