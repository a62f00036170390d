import { plainAmount } from "@/components/ui/plain-amount";
import { formatMoney, parseMoney } from "@/lib/base/money";
import type { StatementStanding } from "@/lib/document/contract";
import { type OpenStatement, splitSettlement } from "@/lib/document/domain/split-settlement";

/** An open statement and the amount typed for it. */
export type AllocationPart = { readonly statement: number; amount: string };

/** Minor units; null when the text is not an amount. May be negative. */
export function signedMinor(text: string, decimals: number): bigint | null {
  const typed = plainAmount(text).replace("−", "-");
  if (typed === "") return 0n;
  const minor = parseMoney(typed.replace(/^-/, ""), decimals);
  return minor === null ? null : typed.startsWith("-") ? -minor : minor;
}

/** Splits as the server does by default. */
export function suggestedParts(
  amount: string,
  lowersBalance: boolean,
  statements: readonly StatementStanding[],
  decimals: number,
): AllocationPart[] {
  const minor = parseMoney(plainAmount(amount), decimals) ?? 0n;
  const open = statements.map(
    ({ number, due_on, open }): OpenStatement => ({
      number,
      dueOn: due_on,
      openMinor: signedMinor(open, decimals) ?? 0n,
    }),
  );
  const parts = minor === 0n ? [] : splitSettlement(minor, lowersBalance, open);
  return statements.map(({ number }) => {
    const part = parts.find(({ statement }) => statement === number);
    return { statement: number, amount: part ? formatMoney(part.amountMinor, decimals) : "" };
  });
}

/** Decimal text; null while a field is not an amount. */
export function leftOver(
  amount: string,
  lowersBalance: boolean,
  parts: readonly AllocationPart[],
  decimals: number,
): string | null {
  const whole = signedMinor(amount, decimals);
  const typed = parts.map((part) => signedMinor(part.amount, decimals));
  if (whole === null || typed.includes(null)) return null;
  const used = typed.reduce<bigint>((sum, minor) => sum + (minor ?? 0n), 0n);
  return formatMoney(whole - (lowersBalance ? used : -used), decimals);
}

/** Parts without an amount are left out. */
export function sentParts(parts: readonly AllocationPart[], decimals: number) {
  return parts
    .filter(({ amount }) => signedMinor(amount, decimals) !== 0n)
    .map(({ statement, amount }) => ({ statement: String(statement), amount: plainAmount(amount).replace("−", "-") }));
}
