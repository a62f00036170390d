import { formatMoney } from "@/lib/base/money";
import type { Document, Standing, StatementStanding } from "@/lib/document/contract";
import { signedMinor } from "./allocation-parts";

/** Open statements and those that the document settles, with what would be open without it. */
export function settleableStatements(
  { allocations }: Document,
  { open_statements }: Standing,
  decimals: number,
): StatementStanding[] {
  const own = new Map(allocations.map(({ statement, amount }) => [statement, amount]));
  const plus = (one: string, other: string) =>
    formatMoney((signedMinor(one, decimals) ?? 0n) + (signedMinor(other, decimals) ?? 0n), decimals);
  const open = open_statements.map((statement) => ({
    ...statement,
    open: plus(statement.open, own.get(statement.number) ?? ""),
  }));
  const openNumbers = new Set(open.map(({ number }) => number));
  const settled = allocations.filter(({ statement }) => !openNumbers.has(statement));
  return [
    ...settled.map(({ statement, due_on, amount }) => ({
      number: statement,
      cycle_start: due_on,
      cycle_end: due_on,
      due_on,
      billed: amount,
      open: amount,
      days_overdue: 0,
    })),
    ...open,
  ].sort((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : a.number - b.number));
}
