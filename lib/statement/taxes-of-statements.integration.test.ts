import { beforeEach, expect, test } from "vitest";
import { updateCall } from "@/lib/conversion/update-call";
import { listDocuments } from "@/lib/document/list-documents";
import { recordAdjustment, recordPayment } from "@/lib/document/record-document";
import { reverseDocument } from "@/lib/document/reverse-document";
import { exportLedger } from "@/lib/export/export-ledger";
import { rollUp } from "@/lib/ledger/roll-up";
import { closePeriod } from "@/lib/period/close-period";
import { WARNINGS } from "@/lib/period/domain/warning";
import { verifyBooks } from "@/lib/proof/verify-books";
import { asOwner } from "@/lib/testing/as-owner";
import { receivableOf } from "@/lib/testing/balance-of";
import { addUpLedger } from "@/lib/testing/export/add-up-ledger";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { givenTerms } from "@/lib/testing/statement/given-terms";
import { statementFaults } from "@/lib/testing/statement/statement-faults";
import { getStatement } from "./get-statement";
import { issueStatements } from "./issue-statements";
import { listStatementLines } from "./list-statement-lines";
import { previewStatements } from "./preview-statements";
import { exportStatement, printStatement } from "./print-statement";

let ctx: GivenContext;
let owner: { type: "buyer"; id: number };
let call: { id: number };

/** A call of October worth 10.00, in a company whose clock shows 2 November. */
beforeEach(async () => {
  ({ ctx } = await givenCompany({ clock: fakeClock("2026-11-02T17:00:00Z") }));
  owner = { type: "buyer", id: ctx.buyer.id };
  call = await givenCall(ctx, { started_at: new Date("2026-10-20T18:00:00Z") });
  await save({ buyer_converted: true });
});

async function save(update: Parameters<typeof updateCall>[2], id = call.id): Promise<void> {
  await updateCall(ctx, { id }, update);
  await rollUp(ctx);
}

const givenTax = (name: string, percent: string) => givenTerms(ctx, owner, { tax_lines: [{ name, percent }] });

/** The preview of November's statement, and the issued one. */
async function november() {
  ctx.clock.set("2026-12-01T17:00:00Z");
  const [previewed] = await previewStatements(ctx, { owner });
  await issueStatements(ctx, { owner });
  const statement = await getStatement(ctx, "2");
  expect(previewed).toMatchObject({
    taxes: statement.taxes,
    lines: statement.lines,
    billed: statement.billed,
    closing: statement.closing,
    entries: statement.entries,
  });
  return statement;
}

async function expectSoundBooks(): Promise<void> {
  expect(await statementFaults(ctx, owner)).toEqual([]);
  expect(await verifyBooks(ctx)).toBeNull();
  await expectBooksBalance(ctx);
}

test("New York City's 8.875 % is billed, printed and credited exactly", async () => {
  await givenTax("Sales tax", "8.875");
  await issueStatements(ctx, { owner });
  expect(await getStatement(ctx, "1")).toMatchObject({
    taxes: [{ name: "Sales tax", percent: "8.875", net: "10.00", amount: "0.89", takes_back: null }],
    closing: "10.89",
  });
  await save({ buyer_converted: false });
  expect(await november()).toMatchObject({
    taxes: [{ percent: "8.875", net: "-10.00", amount: "-0.89", takes_back: null }],
    closing: "0.00",
  });
  expect(await receivableOf(ctx, owner.id)).toBe(0n);
  await expectSoundBooks();
});

test("a charge taxed at 19 % is credited at 19 %, beside charges at the 20 % in force", async () => {
  await givenTax("VAT", "19");
  await issueStatements(ctx, { owner });
  await givenTax("VAT", "20");
  await save({ buyer_converted: false });
  const another = await givenCall(ctx, { started_at: new Date("2026-11-02T10:00:00Z") });
  await save({ buyer_converted: true, revenue: "30.00" }, another.id);
  const statement = await november();
  expect(statement.taxes).toEqual([
    { name: "VAT", percent: "20", net: "30.00", amount: "6.00", takes_back: null },
    { name: "VAT", percent: "19", net: "-10.00", amount: "-1.90", takes_back: "INV-000001" },
  ]);
  expect(statement).toMatchObject({ opening: "11.90", closing: "36.00", billed: "24.10", entries: 4 });
  const { lines } = await listStatementLines(ctx, "2", {});
  expect(lines.slice(-2).map(({ kind, amount }) => [kind, amount])).toEqual([
    ["tax", "6.00"],
    ["tax", "-1.90"],
  ]);
  const csv: string[] = [];
  for await (const piece of (await exportStatement(ctx, "2")).body) csv.push(piece);
  expect(csv.join("")).toMatch(/,-1\.90,,USD,VAT on credits of INV-000001,,,,INV-000001,document-3-1-tax\r\n/);
  expect((await printStatement(ctx, "2")).body.length).toBeGreaterThan(1000);
  await expectSoundBooks();
});

test("a re-priced call of a closed month is credited at its old rate, and charged at the rate in force", async () => {
  await givenTax("VAT", "19");
  await issueStatements(ctx, { owner });
  await givenTax("Sales tax", "8.875");
  await closePeriod(ctx, { month: "2026-10", acknowledge: WARNINGS });
  await save({ revenue: "12.50" });
  expect((await november()).taxes).toEqual([
    { name: "Sales tax", percent: "8.875", net: "12.50", amount: "1.11", takes_back: null },
    { name: "VAT", percent: "19", net: "-10.00", amount: "-1.90", takes_back: "INV-000001" },
  ]);
  await expectSoundBooks();
});

test("a charge billed without tax is credited without tax, and a dropped tax is credited", async () => {
  await issueStatements(ctx, { owner });
  await givenTax("VAT", "19");
  await save({ buyer_converted: false });
  expect((await november()).taxes).toEqual([
    { name: "VAT", percent: "19", net: "0.00", amount: "0.00", takes_back: null },
  ]);
  expect(await receivableOf(ctx, owner.id)).toBe(0n);
  await save({ buyer_converted: true });
  ctx.clock.set("2027-01-02T17:00:00Z");
  await issueStatements(ctx, { owner });
  await givenTerms(ctx, owner, {});
  await save({ buyer_converted: false });
  ctx.clock.set("2027-02-02T17:00:00Z");
  await issueStatements(ctx, { owner });
  expect((await getStatement(ctx, "4")).taxes).toEqual([
    { name: "VAT", percent: "19", net: "-10.00", amount: "-1.90", takes_back: "INV-000003" },
  ]);
  expect(await receivableOf(ctx, owner.id)).toBe(0n);
  await expectSoundBooks();
});

test("entries are read only if a statement with other taxes may be offset", async () => {
  await givenTax("VAT", "19");
  await issueStatements(ctx, { owner });
  await save({ buyer_converted: false });
  ctx.clock.set("2026-12-01T17:00:00Z");
  await asOwner(ctx.company.id, "revoke select on entry from callmark_app");
  try {
    expect(await previewStatements(ctx, { owner })).toMatchObject([{ closing: "0.00" }]);
    await givenTax("VAT", "20");
    await expect(previewStatements(ctx, { owner })).rejects.toThrow("permission denied");
  } finally {
    await asOwner(ctx.company.id, "grant select on entry to callmark_app");
  }
  expect(await previewStatements(ctx, { owner })).toMatchObject([{ closing: "0.00" }]);
});

/** The net of the tax and adjustment accounts by each program, in minor units. */
async function exportedNets() {
  const nets: (readonly (bigint | undefined)[])[] = [];
  for (const [format, ...places] of [
    ["hledger", "liabilities:tax", "expenses:adjustments"],
    ["beancount", "Liabilities:Tax", "Expenses:Adjustments"],
  ] as const) {
    let text = "";
    for await (const piece of exportLedger(ctx, { format }).body) text += piece;
    const { totals, unbalanced } = addUpLedger(text, 2);
    expect(unbalanced).toEqual([]);
    nets.push(places.map((place) => totals.get(place)));
  }
  return nets;
}

test("tax billed by mistake is corrected on the tax account, and the correction can be reversed", async () => {
  await givenTax("VAT", "19");
  await issueStatements(ctx, { owner });
  const input = { amount: "1.90", direction: "decrease", reason: "Reverse charge." } as const;
  const { document } = await recordAdjustment(ctx, owner, { ...input, against: "tax" });
  expect(document).toMatchObject({ kind: "adjustment", against: "tax", direction: "decrease" });
  expect(await receivableOf(ctx, owner.id)).toBe(1000n);
  expect(await exportedNets()).toEqual([
    [0n, undefined],
    [0n, undefined],
  ]);
  expect(await november()).toMatchObject({ lines: [{ kind: "adjustment", amount: "-1.90" }], closing: "10.00" });
  await reverseDocument(ctx, document.number, { reason: "It was due." });
  const { document: usual } = await recordAdjustment(ctx, owner, input);
  expect(usual.against).toBe("adjustments");
  expect(await exportedNets()).toEqual([
    [-190n, 190n],
    [-190n, 190n],
  ]);
  const { documents } = await listDocuments(ctx, owner);
  expect(documents.map(({ kind, against }) => [kind, against])).toEqual([
    ["adjustment", "adjustments"],
    ["adjustment", "tax"],
    ["tax", "tax"],
  ]);
  await expect(recordPayment(ctx, owner, { amount: "1", against: "tax" })).rejects.toMatchObject({
    errors: { against: "The account of a payment is fixed. Leave this out." },
  });
  await expectSoundBooks();
});
