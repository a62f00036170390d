import { expect, test } from "vitest";
import { summaryOf } from "./settings-summary";

const duplicates = (seconds: number) => ({ seconds, counts: "converted" });
const token = (name: string) => ({ kind: "token", token: name, minimum: "0.00", maximum: "10.00" });

test("the summary has the longest duplicate window, and each pricing token once", () => {
  const rules = [
    { duplicates: duplicates(60), amount: token("sale_amount") },
    { duplicates: duplicates(3600), amount: { kind: "fixed", amount: "10.00" } },
    { duplicates: null, amount: token("deposit") },
    { amount: token("sale_amount") },
  ];
  expect(summaryOf({ rules })).toEqual({ duplicateWindowSeconds: 3600, amountTokens: ["deposit", "sale_amount"] });
});

test("settings without rules have no duplicate window and no pricing tokens", () => {
  expect(summaryOf({})).toEqual({ duplicateWindowSeconds: 0, amountTokens: [] });
  expect(summaryOf({ rules: [{ duplicates: null, amount: null }] })).toEqual(summaryOf({}));
});
