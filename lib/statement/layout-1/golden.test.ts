import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { StatementLine } from "../contract/statement";
import type { PrintedStatement } from "../printed-statement";
import { csvOfStatement } from "./csv";
import { pdfOfStatement } from "./pdf";

const LINE: StatementLine = {
  entry_id: "call-1042-1-charge",
  day: "2026-10-20",
  service_day: "2026-10-20",
  kind: "charge",
  amount: "10.00",
  call: { id: 1042, uuid: "0b8e4f3a-5d0c-4f41-9a51-2f6d1c7e9b10" },
  caller: "…0142",
  offer: { id: 3, name: "Панели, Łódź & Zürich" },
  document: null,
  apart: null,
};

const APART: StatementLine = {
  ...LINE,
  entry_id: "call-977-2-credit",
  day: "2026-10-01",
  service_day: "2026-09-28",
  kind: "credit",
  amount: "-12.50",
  apart: {
    as: "correction",
    reason: "reversal",
    mechanism: "manual",
    corrects: { entry_id: "call-977-1-charge", day: "2026-09-28", statement: "INV-000101" },
  },
};

const details = { address: ["12 Elm Street", "Denver, CO 80202"], tax_id: "84-5550142", email: "books@birch.test" };
const offer = LINE.offer;
const sum = { kind: "charge", offer, entries: 80, amount: "800.00" };

const STATEMENT: PrintedStatement = {
  number: "INV-000123",
  previous: "INV-000101",
  isInvoice: true,
  frozen: {
    party: { type: "buyer", id: 7, name: "Birch", legal_name: "Birch Roofing Zürich GmbH", ...details },
    company: { name: "Acme", legal_name: "Acme Home Services", ...details },
    time_zone: "America/Denver",
    issued_on: "2026-11-02",
    decimals: 2,
    terms: { cycle: "monthly", net_days: 30 },
    lines: [],
    offers: {},
    taxes: [{ name: "=Sales tax", basis_points: 825, net: "78750", amount: "6497", document: 5 }],
    late_count: 0,
    days: null,
  },
  issuedAt: new Date("2026-11-02T16:00:00Z"),
  cycleStart: "2026-10-01",
  cycleEnd: "2026-10-31",
  dueOn: "2026-12-02",
  currency: "USD",
  opening: "-20.00",
  billed: "852.47",
  carried: "-20.00",
  closing: "832.47",
  toPay: "832.47",
  isOwed: true,
  sums: [sum, { ...sum, kind: "credit", entries: 1, amount: "-12.50" }],
  taxes: [{ name: "=Sales tax", percent: "8.25", net: "787.50", amount: "64.97" }],
  lines: [APART, ...Array.from({ length: 80 }, () => LINE)],
  days: [],
};

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** A different hash means that statements already issued would print differently. Create a new layout instead. */
test("the PDF of layout 1 always has the same bytes", async () => {
  const pdf = await pdfOfStatement(STATEMENT);
  expect(sha256(pdf)).toBe("b82e40884605fc4780af3abe9a29f5449ea19288af63b24dc2e7fb2427cd3f3c");
  expect(sha256(await pdfOfStatement(STATEMENT))).toBe(sha256(pdf));
  expect(
    sha256(
      await pdfOfStatement({
        ...STATEMENT,
        lines: null,
        days: [
          { ...sum, day: null },
          { ...sum, day: "2026-10-02" },
        ],
      }),
    ),
  ).toBe("9869ce8d43d1c8f591f170c40f9ec2419379408730c678702bcb1d2e4048f039");
});

test("the CSV of layout 1 always has the same bytes, adds up, and contains no formula", async () => {
  const csv: string[] = [];
  for await (const piece of csvOfStatement(STATEMENT, pages())) csv.push(piece);
  expect(sha256(csv.join(""))).toBe("a0be9142373ee264dcf233f4ddc754393d6d3bffb941887d61811b27d927e017");
  expect(csv.join("")).toContain(",'=Sales tax,");
  const rows = csv.join("").trim().split("\r\n");
  const place = rows[0]?.split(",").indexOf("amount") ?? -1;
  const amounts = rows.slice(1).map((row) => Number(row.replace(/"[^"]*"/g, "").split(",")[place]));
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(852.47, 4);
});

async function* pages() {
  yield STATEMENT.lines ?? [];
}
