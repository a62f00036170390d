const EURO = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" ");
const BY_REGION: Readonly<Record<string, string>> = {
  ...Object.fromEntries(EURO.map((region) => [region, "EUR"])),
  AU: "AUD",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  GB: "GBP",
  IN: "INR",
  JP: "JPY",
  MX: "MXN",
  NZ: "NZD",
  PL: "PLN",
  ZA: "ZAR",
};

/** The currency that a person with this language tag most likely bills in: `en-GB` → GBP. */
export function usualCurrency(language: string): string {
  return BY_REGION[regionOf(language) ?? ""] ?? "USD";
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region;
  } catch {
    // Some systems make browsers report names that are no language tags: `en-US@posix`.
    return undefined;
  }
}
