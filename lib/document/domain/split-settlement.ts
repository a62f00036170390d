/** A statement with its open amount in minor units; negative if the party gets money back. */
export type OpenStatement = { readonly number: number; readonly dueOn: string; readonly openMinor: bigint };

/** Has the sign of the open amount: a payment that uses up a credit has a negative part for it. */
export type Part = { readonly statement: number; readonly amountMinor: bigint };

/**
 * Splits a settlement over open statements, earliest due date first. A settlement that lowers the balance pays open
 * amounts, and uses credits as far as it can settle more with them; one that raises it settles credits. The parts never
 * exceed the amount, and no part exceeds its statement's open amount.
 */
export function splitSettlement(
  amountMinor: bigint,
  lowersBalance: boolean,
  statements: readonly OpenStatement[],
): Part[] {
  const inOrder = [...statements].sort((a, b) =>
    a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number,
  );
  const owed = inOrder.filter(({ openMinor }) => openMinor > 0n);
  const owedBack = inOrder.filter(({ openMinor }) => openMinor < 0n).map(mirrored);
  if (!lowersBalance) return fill(amountMinor, owedBack).map(negative);
  const negativeParts = fill(above(sum(owed) - amountMinor), owedBack);
  const parts = fill(amountMinor + total(negativeParts), owed);
  return [...negativeParts.map(negative), ...parts];
}

/** Why a requested split is impossible. `statement` is the failing one, or null for the sum. */
export type SplitFault = {
  readonly statement: number | null;
  readonly reason: "unknown" | "twice" | "wrong_sign" | "too_much" | "below_nothing" | "above_amount";
};

/** The first fault of requested parts; `statements` are open amounts without this settlement. */
export function findSplitFault(
  amountMinor: bigint,
  lowersBalance: boolean,
  parts: readonly Part[],
  statements: readonly OpenStatement[],
): SplitFault | null {
  const open = new Map(statements.map(({ number, openMinor }) => [number, openMinor]));
  const seen = new Set<number>();
  for (const { statement, amountMinor: part } of parts) {
    const wanted = open.get(statement);
    if (wanted === undefined) return { statement, reason: "unknown" };
    if (seen.has(statement)) return { statement, reason: "twice" };
    seen.add(statement);
    if (part > 0n !== wanted > 0n && wanted !== 0n) return { statement, reason: "wrong_sign" };
    if (absolute(part) > absolute(wanted)) return { statement, reason: "too_much" };
  }
  const used = (lowersBalance ? 1n : -1n) * total(parts);
  if (used < 0n) return { statement: null, reason: "below_nothing" };
  return used > amountMinor ? { statement: null, reason: "above_amount" } : null;
}

function fill(amountMinor: bigint, statements: readonly OpenStatement[]): Part[] {
  let left = amountMinor;
  const parts: Part[] = [];
  for (const { number, openMinor } of statements) {
    const part = openMinor < left ? openMinor : left;
    if (part > 0n) parts.push({ statement: number, amountMinor: part });
    left -= part;
  }
  return parts;
}

const above = (minor: bigint) => (minor > 0n ? minor : 0n);
const absolute = (minor: bigint) => (minor < 0n ? -minor : minor);
const sum = (statements: readonly OpenStatement[]) => statements.reduce((all, { openMinor }) => all + openMinor, 0n);
const total = (parts: readonly Part[]) => parts.reduce((all, { amountMinor }) => all + amountMinor, 0n);
const negative = (part: Part): Part => ({ ...part, amountMinor: -part.amountMinor });
const mirrored = (statement: OpenStatement): OpenStatement => ({ ...statement, openMinor: -statement.openMinor });
