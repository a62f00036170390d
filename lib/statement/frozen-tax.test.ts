import { expect, test } from "vitest";
import { formatMoney } from "@/lib/base/money";
import { FrozenTaxes } from "./contract/statement-record";
import { frozenTax, rateOfFrozen, takenBackBy } from "./frozen-tax";
import { presentTax } from "./present-statement";

const old = { name: "Sales tax", net: "78750", amount: "6497", document: 5 };

test("a rate stored in basis points is printed as before", () => {
  for (let basis_points = 0; basis_points <= 10_000; basis_points += 1) {
    const [tax] = FrozenTaxes.parse([{ ...old, basis_points }]);
    if (!tax) throw new Error("the statement has no tax");
    expect(presentTax(tax, "buyer", 2)).toEqual({
      name: "Sales tax",
      percent: formatMoney(BigInt(basis_points), 2).replace(/\.?0+$/, ""),
      net: "787.50",
      amount: "64.97",
      takes_back: null,
    });
  }
});

test("a tax is read as it was frozen", () => {
  const tax = { name: "VAT", millionths: 99_750, netMinor: -1000n, amountMinor: -100n, takesBack: 7 };
  const [frozen] = FrozenTaxes.parse(JSON.parse(JSON.stringify([frozenTax(tax, 3)])));
  if (!frozen) throw new Error("the statement has no tax");
  expect(frozen).toEqual({ name: "VAT", percent: "9.975", net: "-1000", amount: "-100", document: 3, takes_back: 7 });
  expect([rateOfFrozen(frozen), takenBackBy(frozen)]).toEqual([{ name: "VAT", millionths: 99_750 }, 7]);
  expect(presentTax(frozen, "traffic_source", 2).takes_back).toBe("PS-000007");
});
