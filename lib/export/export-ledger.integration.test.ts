import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { createBuyers } from "@/lib/party/create-buyers";
import { readBooks } from "@/lib/testing/books/read-books";
import { addUpLedger } from "@/lib/testing/export/add-up-ledger";
import { askProgram } from "@/lib/testing/export/ask-program";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { type GivenBooks, givenBooks } from "@/lib/testing/proof/given-books";
import type { LedgerExportQuery } from "./contract";
import { exportLedger } from "./export-ledger";

let directory: string;
let dollars: GivenBooks;
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), "callmark-export-"));
  dollars = await givenBooks({ name: 'Roofs "R" Us; est. 2020: \\ ünïcode\nand more' });
  const { ctx } = dollars;
  const names = [
    'Bean: "Roof"; \\ & Söhne | 屋根  GmbH',
    "=cmd|' /C calc'!A0",
    "(paren) [2026-01-01]\tdate:2020-01-01",
  ];
  for (const id of (await createBuyers(ctx, names)).map((buyer) => buyer.id)) {
    const call = await givenCall(ctx, { buyer_id: id });
    await updateCall(ctx, { id: call.id }, { buyer_converted: true, offer_converted: true, revenue: "5.00" });
  }
  await rollUp(ctx);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function exported({ ctx }: Pick<GivenBooks, "ctx">, query: LedgerExportQuery): Promise<string> {
  let text = "";
  for await (const piece of exportLedger(ctx, query).body) text += piece;
  return text;
}

async function saved(name: string, text: string): Promise<string> {
  const file = path.join(directory, name);
  await writeFile(file, text);
  return file;
}

async function netOfKinds({ ctx }: Pick<GivenBooks, "ctx">): Promise<Map<string, bigint>> {
  const { balances, accounts } = await readBooks(ctx.company);
  const nets = new Map<string, bigint>();
  for (const { accountId, debitMinor, creditMinor } of balances) {
    const { kind = "" } = accounts.find(({ id }) => id === accountId) ?? {};
    nets.set(kind, (nets.get(kind) ?? 0n) + BigInt(debitMinor.toFixed()) - BigInt(creditMinor.toFixed()));
  }
  return nets;
}

const sumOf = (totals: ReadonlyMap<string, bigint>, beginning: string) =>
  [...totals].reduce((sum, [account, net]) => (account.startsWith(beginning) ? sum + net : sum), 0n);

describe("every transaction balances, and the accounts equal the balances of the books:", () => {
  test.each(["hledger", "beancount"] as const)("%s", async (format) => {
    const { unbalanced, totals, transactions } = addUpLedger(await exported(dollars, { format }), 2);
    const nets = await netOfKinds(dollars);
    const { entries } = await readBooks(dollars.ctx.company);
    expect(unbalanced).toEqual([]);
    expect(transactions).toBe(format === "hledger" ? entries.length + 2 : entries.length);
    const places =
      format === "hledger" ? ["assets:receivable", "income:revenue"] : ["Assets:Receivable", "Income:Revenue"];
    expect(places.map((place) => sumOf(totals, place))).toEqual([nets.get("buyer_receivable"), nets.get("revenue")]);
  });

  test("a partial export starts with opening balances", async () => {
    const { unbalanced, totals } = addUpLedger(await exported(dollars, { format: "hledger", from: "2026-11-01" }), 2);
    expect(unbalanced).toEqual([]);
    expect(sumOf(totals, "assets:receivable")).toBe((await netOfKinds(dollars)).get("buyer_receivable"));
  });
});

const QUERIES: readonly Omit<LedgerExportQuery, "format">[] = [
  {},
  { from: "2026-11-01" },
  { from: "2026-10-10", to: "2026-11-12" },
];
const PROGRAMS = { hledger: ["hledger", "check", "-f"], beancount: ["bean-check"] } as const;
const isInstalled = {
  hledger: (await askProgram("hledger", "--version")) !== null,
  beancount: (await askProgram("bean-check", "--version")) !== null,
};

describe.each(["hledger", "beancount"] as const)("%s", (format) => {
  const note = isInstalled[format] ? "it was asked" : "it is not installed, so nobody asked it";
  test(`agrees with all our balances (${note})`, async () => {
    const [program, ...words] = PROGRAMS[format];
    for (const [number, days] of QUERIES.entries()) {
      const file = await saved(`${number}.${format}`, await exported(dollars, { format, ...days }));
      expect((await askProgram(program, ...words, file)) ?? { code: 0 }, file).toMatchObject({ code: 0 });
    }
    for (const [currency, amount] of [
      ["JPY", 300n],
      ["KWD", 1234n],
    ] as const) {
      const books = await givenBooks({ currency, priceMinor: amount });
      const file = await saved(`${currency}.${format}`, await exported(books, { format }));
      expect((await askProgram(program, ...words, file)) ?? { code: 0 }, file).toMatchObject({ code: 0 });
    }
  });

  test(`rejects a ledger with an altered amount (${note})`, async () => {
    const [program, ...words] = PROGRAMS[format];
    const text = (await exported(dollars, { format })).replace(/ -?8\.00 USD\n/, (amount) => amount.replace("8", "7"));
    const file = await saved(`altered.${format}`, text);
    expect((await askProgram(program, ...words, file)) ?? { code: 1 }).toMatchObject({ code: 1 });
  });
});

test("CSV has one line per entry, and no name becomes a formula", async () => {
  const text = await exported(dollars, { format: "csv" });
  const { entries } = await readBooks(dollars.ctx.company);
  expect(text.trimEnd().split("\r\n")).toHaveLength(entries.length + 1);
  expect(text).toContain("'=cmd|' /C calc'!A0");
  expect(text).toContain("document-2-2-payment_reversal");
});

test("a member who may not read every amount gets no export", async () => {
  const { ctx } = dollars;
  const blind = await givenMember(ctx, "billing", { "call.payout": "none" });
  expect(() => exportLedger(blind.ctx, { format: "csv" })).toThrow("call.payout: read");
  const operator = await givenMember(ctx, "operator");
  expect(() => exportLedger(operator.ctx, { format: "csv" })).toThrow("billing: read");
});

test("a company may have three exports open, counted from the request on, separately from other companies", async () => {
  const { ctx } = dollars;
  const ask = () => exportLedger(ctx, { format: "csv" }).body;
  const open = [ask(), ask(), ask()];
  expect(ask).toThrow("Several exports are running");
  const { ctx: theirs } = await givenCompany();
  expect(await exported({ ctx: theirs }, { format: "csv" })).toContain("booked_on");
  const [begun, ...unread] = open;
  await begun?.next();
  for (const body of [begun, ...unread]) await body?.return();
  const again = [ask(), ask(), ask()];
  expect(ask).toThrow("Several exports are running");
  await Promise.all([...again, ...open].map((body) => body.return()));
  expect(await exported(dollars, { format: "csv" })).toContain("charge");
});
