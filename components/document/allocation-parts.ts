import { formatMoney, parseMoney } from "@/lib/base/money";
import type { StatementStanding } from "@/lib/document/contract";
import { type OpenStatement, splitSettlement } from "@/lib/document/domain/split-settlement";

/** A statement that can be settled, and what of it is typed in its field. */
export type AllocationPart = { readonly statement: number; amount: string };

/** Minor units of a text that may have a minus; null where it is no amount. */
export function signedMinor(text: string, decimals: number): bigint | null {
  const typed = text.trim().replace("−", "-");
  if (typed === "") return 0n;
  const minor = parseMoney(typed.replace(/^-/, ""), decimals);
  return minor === null ? null : typed.startsWith("-") ? -minor : minor;
}

/** As the server splits where nobody says otherwise. */
export function suggestedParts(
  amount: string,
  lowersBalance: boolean,
  statements: readonly StatementStanding[],
  decimals: number,
): AllocationPart[] {
  const minor = parseMoney(amount.trim(), decimals) ?? 0n;
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

/** What the parts leave of the amount, as text; null while something is no amount. */
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

/** The parts as they are sent: those with an amount. */
export function sentParts(parts: readonly AllocationPart[], decimals: number) {
  return parts
    .filter(({ amount }) => signedMinor(amount, decimals) !== 0n)
    .map(({ statement, amount }) => ({ statement: String(statement), amount: amount.trim().replace("−", "-") }));
}
