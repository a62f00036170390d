/** The largest accepted amount has 9 digits before the decimal point. */
const MAXIMUM_WHOLE_DIGITS = 9;

/**
 * ISO 4217 currencies whose number of decimals is not two. Node's locale data are for display: they differ from ISO
 * 4217, and change.
 */
const DECIMALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
  }).flatMap(([decimals, codes]) => codes.split(" ").map((code) => [code, Number(decimals)])),
);

/** Decimals of a currency in ISO 4217: 2 for USD, 0 for JPY, 3 for KWD. */
export function currencyDecimals(currency: string): number {
  return DECIMALS.get(currency) ?? 2;
}

/**
 * Parses a decimal text such as `10`, `10.5` or `10.50` to minor units. Null if it is not an amount of the currency.
 */
export function parseMoney(text: string, decimals: number): bigint | null {
  const match = /^([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  if (whole.length > MAXIMUM_WHOLE_DIGITS || fraction.length > decimals) return null;
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}

/** Parses the same with a sign, such as `-2.50`. */
export function parseDelta(text: string, decimals: number): bigint | null {
  const minor = parseMoney(text.replace(/^[+-]/, ""), decimals);
  return minor !== null && text.startsWith("-") ? -minor : minor;
}

/** The largest accepted amount, 999,999,999.99 in a currency of two decimals, in minor units. */
export function maximumMoney(decimals: number): bigint {
  return 10n ** BigInt(MAXIMUM_WHOLE_DIGITS + decimals) - 1n;
}

/** Formats minor units with all decimals: 1050 → `10.50`. Negative amounts keep their sign. */
export function formatMoney(minor: bigint, decimals: number): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, "0");
  const sign = minor < 0n ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
