import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencyDecimals, formatMoney, parseMoney } from "./money";

describe("currencies have the decimals of ISO 4217, whatever Node's locale data say", () => {
  test.each<[number, string]>([
    [2, "USD EUR GBP MXN COP HUF IDR PKR ALL LBP IRR MGA"],
    [0, "JPY KRW CLP ISK VND XAF UGX PYG"],
    [3, "KWD BHD JOD TND OMR IQD LYD"],
    [4, "CLF"],
  ])("%i for %s", (decimals, codes) => {
    expect(codes.split(" ").filter((code) => currencyDecimals(code) !== decimals)).toEqual([]);
  });
});

describe("an amount in JSON is a decimal string", () => {
  test.each([
    ["10", 2, 1000n],
    ["10.5", 2, 1050n],
    ["10.50", 2, 1050n],
    ["0", 2, 0n],
    ["0.00", 2, 0n],
    ["0.01", 2, 1n],
    ["007", 2, 700n],
    ["999999999.99", 2, 99_999_999_999n],
    ["10", 0, 10n],
    ["999999999", 0, 999_999_999n],
    ["10", 3, 10_000n],
    ["10.005", 3, 10_005n],
    ["999999999.999", 3, 999_999_999_999n],
  ])("%j with %i decimals is %s minor units", (text, decimals, minor) => {
    expect(parseMoney(text, decimals)).toBe(minor);
  });

  test.each([
    ...[
      "10.505",
      "-1",
      "+1",
      "1e3",
      "NaN",
      "Infinity",
      "1,000",
      "1 000",
      "1_000",
      "0x10",
      "",
      " ",
      " 10",
      "10 ",
      "10\n",
    ],
    ...[".5", "10.", "10..5", "1.2.3", "$10", "1000000000", "1000000000.00", "9".repeat(400), "١٠", "１０", "10.0٠"],
  ])("%j is not an amount in dollars", (text) => {
    expect(parseMoney(text, 2)).toBeNull();
  });

  test("yen have no decimals, not even zeros", () => {
    expect(parseMoney("10.0", 0)).toBeNull();
    expect(parseMoney("10.", 0)).toBeNull();
  });

  test("dinars have three decimals, not four", () => {
    expect(parseMoney("10.0050", 3)).toBeNull();
  });
});

describe("an amount is formatted with all decimals of its currency", () => {
  test.each([
    [0n, 2, "0.00"],
    [1n, 2, "0.01"],
    [10n, 2, "0.10"],
    [1050n, 2, "10.50"],
    [-5n, 2, "-0.05"],
    [-1050n, 2, "-10.50"],
    [1050n, 0, "1050"],
    [-1050n, 0, "-1050"],
    [1050n, 3, "1.050"],
    [99_999_999_999n, 2, "999999999.99"],
    [12_345_678_901_234_567_890n, 2, "123456789012345678.90"],
  ])("%s minor units with %i decimals are %s", (minor, decimals, text) => {
    expect(formatMoney(minor, decimals)).toBe(text);
  });

  test("a formatted amount parses to the same amount", () => {
    const amounts = fc.bigInt({ min: 0n, max: 999_999_999n });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 4 }), (minor, decimals) => {
        expect(parseMoney(formatMoney(minor, decimals), decimals)).toBe(minor);
      }),
    );
  });
});
