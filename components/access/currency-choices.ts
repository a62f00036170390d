/** Every currency that the browser knows, by its code: `USD: US Dollar`. */
export function currencyChoices(): { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    label: `${code}: ${names.of(code) ?? code}`,
  }));
}
