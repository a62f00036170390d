/** Exact difference of decimal texts with the same decimals: "10.00" to "7.50" is "-2.50". */
export function difference(from: string, to: string): string {
  const decimals = to.split(".")[1]?.length ?? 0;
  const minor = minorOf(to) - minorOf(from);
  const digits = String(minor < 0n ? -minor : minor).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals > 0 ? `.${digits.slice(-decimals)}` : "";
  return `${minor < 0n ? "-" : ""}${whole}${fraction}`;
}

function minorOf(amount: string): bigint {
  return BigInt(amount.replace(".", ""));
}
