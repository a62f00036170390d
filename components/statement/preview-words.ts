import { moneyText } from "@/components/ui/money-text";
import type { IssueAnswer } from "@/lib/statement/contract/statement";

export function countWords(count: number): string {
  return count === 1 ? "1 statement" : `${count} statements`;
}

export function previewWords(
  { count, invoices, payout_statements, due = [] }: IssueAnswer,
  currency: string,
): string[] {
  if (count === 0) return ["All ended cycles have statements."];
  const open = due.some(({ period_open }) => period_open);
  return [
    ...(invoices.count > 0 ? [sum(invoices, "invoice", "billing", currency)] : []),
    ...(payout_statements.count > 0 ? [sum(payout_statements, "payout statement", "paying", currency)] : []),
    ...(open ? ["Some cover months that aren’t closed yet. Late entries go on the next statement."] : []),
    "Issued statements can’t be changed.",
  ];
}

function sum({ count, billed }: IssueAnswer["invoices"], what: string, verb: string, currency: string): string {
  const many = `${count} ${what}${count === 1 ? "" : "s"}`;
  return billed === undefined ? `${many}.` : `${many}, ${verb} ${currency} ${moneyText(billed)}.`;
}
