/** "-1234.50" → "−1,234.50". No arithmetic, so nothing is rounded. */
export function moneyText(amount: string, { plus = false }: { plus?: boolean } = {}): string {
  const match = /^([+-]?)(\d+)(\.\d+)?$/.exec(amount.trim());
  if (!match) return amount;
  const [, sign, whole = "", fraction = ""] = match;
  const isZero = /^[0.]*$/.test(whole + fraction);
  const shownSign = isZero ? "" : sign === "-" ? "−" : plus ? "+" : "";
  return shownSign + whole.replace(/\B(?=(\d{3})+$)/g, ",") + fraction;
}
