import { beforeEach, describe, expect, test } from "vitest";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/base/errors";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { issueStatements } from "@/lib/statement/issue-statements";
import { asOwner } from "@/lib/testing/as-owner";
import { payableOf, receivableOf } from "@/lib/testing/balance-of";
import { readBooks } from "@/lib/testing/books/read-books";
import { givenStatement } from "@/lib/testing/document/given-statement";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { type GivenMember, givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { allocateDocument } from "./allocate-document";
import type { NewDocument } from "./contract";
import { getDocument } from "./get-document";
import { listDocuments } from "./list-documents";
import {
  recordAdjustment,
  recordDocument,
  recordOpeningBalance,
  recordPayment,
  recordRefund,
  recordWriteOff,
} from "./record-document";
import { reverseDocument } from "./reverse-document";

let ctx: GivenContext;
let buyer: AccountOwner;
let source: AccountOwner;
beforeEach(async () => {
  ({ ctx } = await givenCompany());
  buyer = { type: "buyer", id: ctx.buyer.id };
  source = { type: "traffic_source", id: ctx.trafficSource.id };
});

const fee = (amount: string, dated = "2026-10-05") =>
  recordAdjustment(ctx, buyer, { amount, dated, direction: "increase", reason: "Set-up fee." });
const openOf = async () =>
  (await listDocuments(ctx, buyer)).standing.open_statements.map((open_statement) => open_statement.open);

/** Two statements of 70.00 and 50.00, due at the end of October and November. */
async function givenTwoStatements() {
  await fee("70");
  const october = await givenStatement(ctx, buyer, { cycleEnd: "2026-10-15", dueOn: "2026-10-31" });
  await fee("50", "2026-10-20");
  const november = await givenStatement(ctx, buyer, { cycleEnd: "2026-10-31", dueOn: "2026-11-30" });
  return { october: october.number, november: november.number };
}

test("each kind changes the right balances, and its reversal restores them", async () => {
  await fee("100");
  await recordAdjustment(ctx, source, { amount: "80", direction: "increase", reason: "Bonus." });
  for (const owner of [buyer, source]) await recordPayment(ctx, owner, { amount: "40" });
  const steps: [AccountOwner, NewDocument, bigint][] = [
    [buyer, { kind: "payment", amount: "30" }, -3000n],
    [buyer, { kind: "refund", amount: "30" }, 3000n],
    [buyer, { kind: "adjustment", amount: "5.50", direction: "decrease", reason: "Goodwill." }, -550n],
    [buyer, { kind: "write_off", amount: "0.01", reason: "Not worth a letter." }, -1n],
    [buyer, { kind: "opening_balance", amount: "20", direction: "increase" }, 2000n],
    [source, { kind: "payment", amount: "30" }, -3000n],
    [source, { kind: "refund", amount: "30" }, 3000n],
    [source, { kind: "opening_balance", amount: "20", direction: "decrease" }, -2000n],
  ];
  const balanceOf = (owner: AccountOwner) =>
    owner.type === "buyer" ? receivableOf(ctx, owner.id) : payableOf(ctx, owner.id);
  for (const [owner, input, moved] of steps) {
    const before = await balanceOf(owner);
    const { document } = await recordDocument(ctx, owner, input);
    expect((await balanceOf(owner)) - before, `${input.kind} of a ${owner.type}`).toBe(moved);
    expect(document).toMatchObject({ kind: input.kind, booked_on: "2026-11-23", reversal: null });
    const reversed = await reverseDocument(ctx, document.number, { reason: "By mistake." });
    expect(reversed.reversal).toMatchObject({ reason: "By mistake.", by: { type: "system" } });
    expect(await balanceOf(owner)).toBe(before);
  }
  const { entries } = await readBooks(ctx.company);
  expect(entries.filter(({ kind }) => kind === "payment_reversal").map((entry) => entry.offsetsKind)).toEqual([
    "payment",
    "payment",
  ]);
  await expectBooksBalance(ctx);
});

describe("a payment", () => {
  test("settles the earliest due statement first, and leaves the rest unapplied", async () => {
    const { october, november } = await givenTwoStatements();
    const { document } = await recordPayment(ctx, buyer, { amount: "100", reference: "Wire 4711" });
    expect(document).toMatchObject({ direction: "decrease", unapplied: "0.00", reference: "Wire 4711" });
    expect(document.allocations.map(({ statement, amount }) => [statement, amount])).toEqual([
      [october, "70.00"],
      [november, "30.00"],
    ]);
    expect(await openOf()).toEqual(["20.00"]);
    const { document: over } = await recordPayment(ctx, buyer, { amount: "30" });
    expect(over).toMatchObject({ unapplied: "10.00" });
    const { standing } = await listDocuments(ctx, buyer);
    expect(standing).toEqual({ balance: "-10.00", unapplied: "10.00", not_on_statement: "0.00", open_statements: [] });
  });

  test("settles as requested, in part or not at all, and can be allocated again", async () => {
    const { october, november } = await givenTwoStatements();
    const none = await recordPayment(ctx, buyer, { amount: "40", allocations: [] });
    expect(none.document).toMatchObject({ unapplied: "40.00", allocations: [] });
    const { number } = none.document;
    const part = [{ statement: november, amount: "15" }];
    expect(await allocateDocument(ctx, number, { allocations: part, version: 0 })).toMatchObject({
      unapplied: "25.00",
      allocations_version: 1,
    });
    await allocateDocument(ctx, number, { allocations: part });
    const moved = await allocateDocument(ctx, number, { allocations: [{ statement: october, amount: "40.00" }] });
    expect(moved.allocations).toMatchObject([{ statement: october, amount: "40.00" }]);
    expect(moved.allocations_version).toBe(3);
    expect(await openOf()).toEqual(["30.00", "50.00"]);
    const stale = allocateDocument(ctx, number, { allocations: [], version: 1 });
    await expect(stale).rejects.toMatchObject({ code: "stale_version" });
  });

  test.each([
    ["more than the statement has open", [{ at: "october", amount: "70.01" }], "allocations[0][amount]"],
    [
      "a statement twice",
      [
        { at: "october", amount: "1" },
        { at: "october", amount: "1" },
      ],
      "allocations[1][statement]",
    ],
    ["a part of the wrong sign", [{ at: "october", amount: "-1" }], "allocations[0][amount]"],
    [
      "more than it is",
      [
        { at: "october", amount: "70" },
        { at: "november", amount: "50" },
      ],
      "allocations",
    ],
  ])("cannot settle %s, and nothing is saved", async (_, parts, field) => {
    const statements: Record<string, number> = await givenTwoStatements();
    const allocations = parts.map(({ at, amount }) => ({ statement: statements[at] ?? 0, amount }));
    const refused = await recordPayment(ctx, buyer, { amount: "100", allocations }).catch((reason: unknown) => reason);
    expect(refused).toBeInstanceOf(Invalid);
    expect(Object.keys((refused as Invalid).errors)).toEqual([field]);
    expect(await openOf()).toEqual(["70.00", "50.00"]);
  });

  test("that bounces after its month was closed is reversed in the open month, and its statement is open again", async () => {
    const { october } = await givenTwoStatements();
    const paid = await recordPayment(ctx, buyer, { amount: "70", dated: "2026-10-30" });
    expect(paid.document).toMatchObject({ booked_on: "2026-10-30" });
    await asOwner(ctx.company.id, "update ledger_head set closed_through = '2026-10-01'");
    const late = await recordPayment(ctx, buyer, { amount: "1", dated: "2026-10-31", allocations: [] });
    expect(late.document).toMatchObject({ dated: "2026-10-31", booked_on: "2026-11-01" });
    const bounced = await reverseDocument(ctx, paid.document.number, { reason: "Bounced.", dated: "2026-10-31" });
    expect(bounced).toMatchObject({ allocations: [], unapplied: "0.00", reversal: { booked_on: "2026-11-01" } });
    expect((await listDocuments(ctx, buyer)).standing.open_statements).toMatchObject([
      { number: october, open: "70.00", days_overdue: 23 },
      { open: "50.00", days_overdue: 0 },
    ]);
    await expect(reverseDocument(ctx, paid.document.number, { reason: "Again." })).rejects.toThrow(Conflict);
    await expect(allocateDocument(ctx, paid.document.number, { allocations: [] })).rejects.toThrow(Conflict);
    await expectBooksBalance(ctx);
  });

  test("settles the last cent only once in simultaneous requests", async () => {
    await fee("0.01");
    const { number } = await givenStatement(ctx, buyer, { cycleEnd: "2026-10-31" });
    const payments = await Promise.all(
      ["1", "2"].map((amount) => recordPayment(ctx, buyer, { amount, allocations: [] })),
    );
    const allocations = [{ statement: number, amount: "0.01" }];
    const outcomes = await Promise.allSettled(
      payments.map(({ document }) => allocateDocument(ctx, document.number, { allocations })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await openOf()).toEqual([]);
  });
});

describe("what was refunded settles nothing:", () => {
  const standing = async () => (await listDocuments(ctx, buyer)).standing;

  test("a refunded payment cannot be allocated, and the debt stays in the ageing", async () => {
    const { october, november } = await givenTwoStatements();
    const { document } = await recordPayment(ctx, buyer, { amount: "50", allocations: [] });
    await recordRefund(ctx, buyer, { amount: "30" });
    expect(await standing()).toMatchObject({ balance: "100.00", unapplied: "20.00" });
    const settle = (amount: string) =>
      allocateDocument(ctx, document.number, { allocations: [{ statement: october, amount }] });
    await expect(settle("20.01")).rejects.toMatchObject({
      errors: { allocations: "Only 20.00 of this is left after refunds. Allocate up to that amount." },
    });
    await settle("20");
    await expect(recordRefund(ctx, buyer, { amount: "20" })).rejects.toMatchObject({
      errors: {
        amount: "Only 0.00 is unapplied. Refund up to that amount, or remove payments from their statements first.",
      },
    });
    await allocateDocument(ctx, document.number, { allocations: [] });
    await recordRefund(ctx, buyer, { amount: "20" });
    await expect(settle("0.01")).rejects.toThrow(Invalid);
    expect(await standing()).toMatchObject({ balance: "120.00", unapplied: "0.00" });
    const again = await recordPayment(ctx, buyer, { amount: "60" });
    expect(again.document.allocations.map(({ amount }) => amount)).toEqual(["60.00"]);
    expect(await standing()).toMatchObject({ balance: "60.00", unapplied: "0.00" });
    const allocations = [{ statement: november, amount: "50" }];
    const other = await recordPayment(ctx, buyer, { amount: "60", reference: "Wire 2", allocations });
    expect(other.document.unapplied).toBe("10.00");
  });
});

test("a refund pays out a statement's credit, and a payment uses it up", async () => {
  const { october, november } = await givenTwoStatements();
  await recordAdjustment(ctx, buyer, { amount: "60", dated: "2026-11-02", direction: "decrease", reason: "Returned." });
  const credit = await givenStatement(ctx, buyer, { cycleEnd: "2026-11-15", dueOn: "2026-12-15" });
  const { document } = await recordPayment(ctx, buyer, { amount: "90" });
  expect(document.allocations.map(({ statement, amount }) => [statement, amount])).toEqual([
    [october, "70.00"],
    [november, "50.00"],
    [credit.number, "-30.00"],
  ]);
  const refund = await recordRefund(ctx, buyer, { amount: "30" });
  expect(refund.document).toMatchObject({
    allocations: [{ statement: credit.number, amount: "-30.00" }],
    unapplied: "0.00",
  });
  expect((await listDocuments(ctx, buyer)).standing).toMatchObject({ balance: "0.00", open_statements: [] });
});

test("an opening balance in a buyer's favor can be refunded", async () => {
  await recordOpeningBalance(ctx, buyer, { amount: "40", direction: "decrease", dated: "2026-10-01" });
  await expect(recordRefund(ctx, buyer, { amount: "40.01" })).rejects.toThrow(Invalid);
  await recordRefund(ctx, buyer, { amount: "40" });
  expect(await receivableOf(ctx, ctx.buyer.id)).toBe(0n);
});

test("a refund is limited to unrefunded payments, and its reversal can be refunded again", async () => {
  for (const owner of [buyer, source]) {
    const refused = (amount: string, most: string) =>
      expect(recordRefund(ctx, owner, { amount })).rejects.toMatchObject({
        errors: { amount: `Only ${most} can be refunded. Enter that amount or less.` },
      });
    await refused("99999999.00", "0.00");
    const bounces = await recordPayment(ctx, owner, { amount: "25" });
    await recordPayment(ctx, owner, { amount: "30" });
    await reverseDocument(ctx, bounces.document.number, { reason: "Bounced." });
    await refused("30.01", "30.00");
    const { document } = await recordRefund(ctx, owner, { amount: "30" });
    await refused("0.01", "0.00");
    await reverseDocument(ctx, document.number, { reason: "Never sent." });
    const twice = await Promise.allSettled([1, 2].map(() => recordRefund(ctx, owner, { amount: "20" })));
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  }
  await expectBooksBalance(ctx);
});

describe("the same request twice", () => {
  const request_id = "3f0c9a52-7d1e-4b53-9a0c-2f6d8e4b1a77";

  test("is booked once, also when sent simultaneously", async () => {
    const clicks = Array.from({ length: 4 }, () => recordPayment(ctx, buyer, { amount: "10", request_id }));
    const outcomes = await Promise.all(clicks);
    expect(new Set(outcomes.map(({ document }) => document.number)).size).toBe(1);
    expect(outcomes.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await receivableOf(ctx, ctx.buyer.id)).toBe(-1000n);
  });

  test("with different content is a conflict", async () => {
    await recordPayment(ctx, buyer, { amount: "10", request_id });
    await expect(recordPayment(ctx, buyer, { amount: "11", request_id })).rejects.toThrow(Conflict);
    await expect(recordRefund(ctx, buyer, { amount: "10", request_id })).rejects.toThrow(Conflict);
    expect(await receivableOf(ctx, ctx.buyer.id)).toBe(-1000n);
  });

  test("reverses once", async () => {
    const { document } = await recordPayment(ctx, buyer, { amount: "10" });
    const clicks = [1, 2, 3].map(() => reverseDocument(ctx, document.number, { reason: "Bounced.", request_id }));
    expect(new Set((await Promise.all(clicks)).map(({ reversal }) => reversal?.created_at)).size).toBe(1);
    expect(await receivableOf(ctx, ctx.buyer.id)).toBe(0n);
  });
});

describe("the same document again", () => {
  const wire = { amount: "10", dated: "2026-11-20", reference: "Wire 4711" };

  test.each([wire, { amount: "10" }])(
    "is rejected, also 64 times at once, with the number of the existing one: %o",
    async (input) => {
      const asked = Array.from({ length: 64 }, () =>
        recordPayment(ctx, buyer, { ...input, request_id: crypto.randomUUID() }),
      );
      const outcomes = await Promise.allSettled(asked);
      const [won] = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.document] : []));
      const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
      expect(refused).toHaveLength(63);
      for (const reason of refused) {
        expect(reason).toMatchObject({ code: "conflict", document: won });
        expect(reason.message).toContain(`Document ${won?.number} is the same payment of 10.00 USD`);
      }
      expect(await receivableOf(ctx, ctx.buyer.id)).toBe(-1000n);
      await expectBooksBalance(ctx);
    },
  );

  test("is recorded when the request says so, and a repeat of that request gets the same answer", async () => {
    const request_id = "0e2f7a1c-5b1d-4c7e-9f3a-1d2c3b4a5f60";
    const first = await recordPayment(ctx, buyer, { ...wire, request_id });
    await expect(recordPayment(ctx, buyer, { ...wire, reference: " wire 4711 " })).rejects.toThrow(Conflict);
    const second = await recordPayment(ctx, buyer, { ...wire, allow_duplicate: true });
    for (const allow_duplicate of [undefined, true]) {
      const again = await recordPayment(ctx, buyer, {
        ...wire,
        request_id,
        ...(allow_duplicate && { allow_duplicate }),
      });
      expect(again).toMatchObject({ isNew: false, document: { number: first.document.number } });
    }
    await expect(recordPayment(ctx, buyer, wire)).rejects.toMatchObject({
      document: { number: second.document.number },
    });
    expect(await receivableOf(ctx, ctx.buyer.id)).toBe(-2000n);
  });

  test("differs by party, kind, amount, day, reference or direction, and may be repeated after a reversal", async () => {
    const { document } = await recordPayment(ctx, buyer, wire);
    await recordPayment(ctx, { type: "buyer", id: ctx.otherBuyer.id }, wire);
    await recordPayment(ctx, source, wire);
    await recordRefund(ctx, buyer, wire);
    await recordPayment(ctx, buyer, { ...wire, amount: "10.01" });
    await recordPayment(ctx, buyer, { ...wire, dated: "2026-11-21" });
    await recordPayment(ctx, buyer, { ...wire, reference: "Wire 4712" });
    await recordPayment(ctx, buyer, { amount: wire.amount, dated: wire.dated });
    for (const direction of ["increase", "decrease"] as const) {
      await recordAdjustment(ctx, buyer, { ...wire, direction, reason: "Fee." });
    }
    await reverseDocument(ctx, document.number, { reason: "Bounced." });
    await recordPayment(ctx, buyer, wire);
    await expect(recordPayment(ctx, buyer, wire)).rejects.toThrow(Conflict);
  });
});

test.each([
  ["amount", { kind: "payment", amount: "0.00" }],
  ["amount", { kind: "payment", amount: "1.001" }],
  ["amount", { kind: "write_off", amount: "0.01", reason: "Nothing is owed." }],
  ["dated", { kind: "payment", amount: "1", dated: "2026-11-24" }],
  ["dated", { kind: "payment", amount: "1", dated: "2016-11-22" }],
  ["dated", { kind: "opening_balance", amount: "1", direction: "increase", dated: "1970-01-01" }],
  ["reason", { kind: "adjustment", amount: "1", direction: "increase" }],
  ["reason", { kind: "write_off", amount: "1", reason: "   " }],
  ["direction", { kind: "opening_balance", amount: "1" }],
  ["direction", { kind: "payment", amount: "1", direction: "increase" }],
  ["allocations", { kind: "adjustment", amount: "1", direction: "increase", reason: "Fee.", allocations: [] }],
] as const)("%s is rejected for %o", async (field, input) => {
  const refused = await recordDocument(ctx, buyer, input as unknown as NewDocument).catch((reason: unknown) => reason);
  expect(Object.keys((refused as Invalid).errors ?? {})).toEqual([field]);
  expect((await readBooks(ctx.company)).entries).toEqual([]);
});

test("today is the day of the company, not of the server", async () => {
  ctx.clock.set("2026-11-24T06:59:59Z");
  await expect(recordPayment(ctx, buyer, { amount: "1", dated: "2026-11-24" })).rejects.toThrow(Invalid);
  ctx.clock.set("2026-11-24T07:00:00Z");
  expect((await recordPayment(ctx, buyer, { amount: "1" })).document.dated).toBe("2026-11-24");
});

test("a party has one opening balance at a time, dated up to ten years back", async () => {
  const first = await recordOpeningBalance(ctx, buyer, { amount: "10", direction: "increase", dated: "2016-11-23" });
  const second = () => recordOpeningBalance(ctx, buyer, { amount: "12", direction: "increase" });
  await expect(second()).rejects.toThrow(Conflict);
  await reverseDocument(ctx, first.document.number, { reason: "It was 12." });
  expect((await second()).document.amount).toBe("12.00");
});

describe("a statement that is issued", () => {
  test("bills the same amount whatever was paid before, and is settled by earlier payments, oldest first", async () => {
    await fee("120");
    const later = await recordPayment(ctx, buyer, { amount: "80", dated: "2026-10-25" });
    const early = await recordPayment(ctx, buyer, { amount: "70", dated: "2026-10-20" });
    await recordRefund(ctx, buyer, { amount: "40" });
    const [statement = 0] = await issueStatements(ctx, { owner: buyer });
    expect((await listDocuments(ctx, buyer)).standing).toMatchObject({
      balance: "10.00",
      unapplied: "0.00",
      open_statements: [{ number: statement, billed: "120.00", open: "10.00" }],
    });
    const results = async (number: number) => (await getDocument(ctx, number)).allocations.map(({ amount }) => amount);
    expect(await getDocument(ctx, early.document.number)).toMatchObject({ statement, unapplied: "0.00" });
    expect([await results(early.document.number), await results(later.document.number)]).toEqual([
      ["70.00"],
      ["40.00"],
    ]);
    await reverseDocument(ctx, early.document.number, { reason: "Bounced." });
    expect(await openOf()).toEqual(["80.00"]);
    await expectBooksBalance(ctx);
  });

  test("leaves the rest for the next statement, and takes nothing from another party", async () => {
    await fee("20");
    await recordPayment(ctx, buyer, { amount: "50" });
    await recordPayment(ctx, { type: "buyer", id: ctx.otherBuyer.id }, { amount: "50", dated: "2026-10-20" });
    await recordAdjustment(ctx, source, { amount: "30", dated: "2026-10-20", direction: "increase", reason: "Bonus." });
    const { document } = await recordPayment(ctx, source, { amount: "45", dated: "2026-10-20" });
    await issueStatements(ctx);
    const standing = async (owner: AccountOwner) => (await listDocuments(ctx, owner)).standing;
    expect(await standing(buyer)).toMatchObject({ unapplied: "30.00", open_statements: [] });
    expect(await standing(source)).toMatchObject({ unapplied: "15.00", open_statements: [] });
    expect((await getDocument(ctx, document.number)).unapplied).toBe("15.00");
    await fee("45", "2026-11-05");
    ctx.clock.set("2026-12-20T18:00:00Z");
    await issueStatements(ctx);
    expect(await standing(buyer)).toMatchObject({ balance: "15.00", unapplied: "0.00" });
    expect(await openOf()).toEqual(["15.00"]);
    expect(await standing({ type: "buyer", id: ctx.otherBuyer.id })).toMatchObject({ unapplied: "50.00" });
    await expectBooksBalance(ctx);
  });
});

test("a write-off of a statement settles it", async () => {
  const { october } = await givenTwoStatements();
  const allocations = [{ statement: october, amount: "70" }];
  await recordWriteOff(ctx, buyer, { amount: "70", reason: "Insolvent.", allocations });
  expect(await openOf()).toEqual(["50.00"]);
});

test("parties, statements and documents of another company are not found", async () => {
  const other = await givenCompany();
  const { october } = await givenTwoStatements();
  const { document } = await recordPayment(ctx, buyer, { amount: "1", allocations: [] });
  await expect(recordPayment(other.ctx, buyer, { amount: "1" })).rejects.toThrow(NotFound);
  await expect(listDocuments(other.ctx, buyer)).rejects.toThrow(NotFound);
  await expect(getDocument(other.ctx, document.number)).rejects.toThrow(NotFound);
  await expect(reverseDocument(other.ctx, document.number, { reason: "Mine." })).rejects.toThrow(NotFound);
  await expect(allocateDocument(other.ctx, document.number, { allocations: [] })).rejects.toThrow(NotFound);
  const neighbour: AccountOwner = { type: "buyer", id: ctx.otherBuyer.id };
  const allocations = [{ statement: october, amount: "1" }];
  await expect(recordPayment(ctx, neighbour, { amount: "1", allocations })).rejects.toThrow(Invalid);
});

test("payments need billing, gifts need adjustments; without it nothing is saved", async () => {
  const manager = await givenMember(ctx, "manager");
  const cashier = await givenMember(ctx, "manager", { billing: "update" });
  const write = { amount: "1", direction: "increase", reason: "Fee." } as const;
  await expect(recordPayment(manager.ctx, buyer, { amount: "1" })).rejects.toThrow(Forbidden);
  const { document } = await recordPayment(cashier.ctx, buyer, { amount: "1" });
  expect(document.by).toEqual({ type: "member", name: "Robin the manager" });
  await expect(recordAdjustment(cashier.ctx, buyer, write)).rejects.toMatchObject({
    permission: "adjustments: update",
  });
  await expect(recordWriteOff(cashier.ctx, buyer, write)).rejects.toThrow(Forbidden);
  await expect(recordOpeningBalance(cashier.ctx, buyer, write)).rejects.toThrow(Forbidden);
  const adjusted = await recordAdjustment(ctx, buyer, write);
  await expect(reverseDocument(cashier.ctx, adjusted.document.number, { reason: "No." })).rejects.toThrow(Forbidden);
  await expect(reverseDocument(manager.ctx, document.number, { reason: "No." })).rejects.toThrow(Forbidden);
  const unseeing = await givenMember(ctx, "billing", { "call.revenue": "none" });
  await expect(recordPayment(unseeing.ctx, buyer, { amount: "1" })).rejects.toThrow(Forbidden);
  await expect(listDocuments(unseeing.ctx, buyer)).rejects.toThrow(Forbidden);
  expect((await readBooks(ctx.company)).entries).toHaveLength(2);
});

test("a reversal is answered alike for who may not and for what is not", async () => {
  const { document } = await recordPayment(ctx, buyer, { amount: "1" });
  const missing = document.number + 1;
  const outcome = (member: GivenMember, number: number) =>
    reverseDocument(member.ctx, number, { reason: "No." }).catch(({ code, permission }) => ({ code, permission }));
  const strangers = [
    await givenMember(ctx, "viewer"),
    await givenMember(ctx, "manager"),
    await givenMember(ctx, "viewer", { adjustments: "update" }),
    await givenMember(ctx, "billing", { "call.revenue": "none" }),
    await givenMember(ctx, "billing", { "call.revenue": "none", "call.payout": "none" }),
  ];
  for (const stranger of strangers) {
    const answer = await outcome(stranger, document.number);
    expect(answer).toMatchObject({ code: expect.stringMatching(/^(forbidden|not_found)$/) });
    expect(await outcome(stranger, missing)).toEqual(answer);
  }
});

test("documents are listed newest first, in pages", async () => {
  for (const amount of ["1", "2", "3"]) await recordPayment(ctx, buyer, { amount });
  const first = await listDocuments(ctx, buyer, { per_page: 2 });
  expect(first.documents.map(({ amount }) => amount)).toEqual(["3.00", "2.00"]);
  const rest = await listDocuments(ctx, buyer, { per_page: 2, cursor: first.metadata.next_cursor ?? "" });
  expect(rest.documents.map(({ amount }) => amount)).toEqual(["1.00"]);
  expect(rest.metadata.next_cursor).toBeNull();
  expect((await listDocuments(ctx, buyer, { kind: "refund" })).documents).toEqual([]);
});
