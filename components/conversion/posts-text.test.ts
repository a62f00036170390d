import { expect, test } from "vitest";
import type { PreviewEntry } from "@/lib/conversion/contract/preview";
import { entryTexts, postsText } from "./posts-text";

const CHARGE: PreviewEntry = {
  kind: "charge",
  party: { type: "buyer", id: 7, name: "Birch Roofing" },
  amount: "1041.00",
  period: "2026-11",
  service_date: "2026-11-23",
  correction: false,
  offsets_entry_id: null,
};
const PAYOUT: PreviewEntry = {
  ...CHARGE,
  kind: "payout",
  party: { type: "traffic_source", id: 7, name: "Sunrise Media" },
  amount: "20.00",
};
const CREDIT: PreviewEntry = { ...CHARGE, kind: "credit", amount: "10.00", offsets_entry_id: "call-1-1-charge" };
const CLAWBACK: PreviewEntry = { ...PAYOUT, kind: "clawback", amount: "6.00", offsets_entry_id: "call-1-1-payout" };
const late = (entry: PreviewEntry) => ({ ...entry, correction: true, period: "2026-12" });
const { amount: _, ...UNREADABLE } = CHARGE;

test.each([
  [
    "kinds and amounts, and what they leave over",
    [CHARGE, PAYOUT],
    "1021.00",
    "charge 1,041.00, payout 20.00, margin 1,021.00",
  ],
  ["no margin of a single entry: its amount says as much", [CHARGE], "1041.00", "charge 1,041.00"],
  ["a minus before what is taken back", [CREDIT, CHARGE], "1031.00", "credit −10.00, charge 1,041.00, margin 1,031.00"],
  [
    "one minus before a margin that is given up",
    [CREDIT, CLAWBACK],
    "-4.00",
    "credit −10.00, clawback −6.00, margin −4.00",
  ],
  [
    "none before one that is gained",
    [PAYOUT, { ...CLAWBACK, amount: "26.00" }],
    "6.00",
    "payout 20.00, clawback −26.00, margin 6.00",
  ],
  [
    "none before a margin of nothing",
    [CREDIT, { ...CLAWBACK, amount: "10.00" }],
    "0.00",
    "credit −10.00, clawback −10.00, margin 0.00",
  ],
  ["a margin below zero", [CREDIT, PAYOUT], "-30.00", "credit −10.00, payout 20.00, margin −30.00"],
  [
    "who is meant, where a side has two parties",
    [CREDIT, { ...CHARGE, party: { type: "buyer" as const, id: 8, name: "Harbor Roofing" } }],
    undefined,
    "credit Birch Roofing −10.00, charge Harbor Roofing 1,041.00",
  ],
  [
    "the month of corrections once",
    [late(CHARGE), late(PAYOUT)],
    undefined,
    "charge 1,041.00, payout 20.00 ·\u00a0correction in Dec 2026",
  ],
  [
    "what alone is a correction",
    [late(CREDIT), CHARGE],
    undefined,
    "credit −10.00 (correction in Dec 2026), charge 1,041.00",
  ],
  ["no amount where none may be read", [UNREADABLE], undefined, "charge"],
])("the summary of posts has %s", (_, entries, margin, text) => {
  expect(postsText({ entries, ...(margin !== undefined && { margin }) }, { besideCall: true })).toBe(text);
});

test("away from the call every party is named", () => {
  const text = "charge Birch Roofing 1,041.00, payout Sunrise Media 20.00, margin 1,021.00";
  expect(postsText({ entries: [CHARGE, PAYOUT], margin: "1021.00" }, { besideCall: false })).toBe(text);
});

test("an entry on its own names its party and, as a correction, its month", () => {
  expect(entryTexts(late(CREDIT))).toEqual({
    words: "credit Birch Roofing (correction in Dec 2026)",
    amount: "−10.00",
  });
  expect(entryTexts(UNREADABLE)).toEqual({ words: "charge Birch Roofing", amount: "" });
});
