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
  const region = new Intl.Locale(language).maximize().region ?? "";
  return BY_REGION[region] ?? "USD";
}
