import { moneyText } from "@/components/ui/money-text";
import type { PreviewState } from "@/lib/conversion/contract/preview";

type Amount = "revenue" | "payout";

/**
 * Where the amount comes from: "Agreed price 41.00", "Rule price 41.00 · Roof repair", or "Becomes 41.00, the agreed
 * price". No hint for a typed or hidden amount.
 */
export function amountHint(
  name: Amount,
  after: PreviewState | undefined,
  field: { readonly text: string; readonly isTyped: boolean },
): string | undefined {
  if (!after?.converted || after.amount === undefined || field.isTyped) return undefined;
  const amount = moneyText(after.amount);
  const source = sourceOf(name, after.amount_from);
  if (source === null) return `No agreed ${WORD[name]}`;
  const isOther = field.text !== "" && field.text !== amount;
  const text = isOther ? `Becomes ${amount}, the ${source.toLowerCase()}` : `${source} ${amount}`;
  return after.amount_from === "rule" && after.rule ? `${text} · ${after.rule.name}` : text;
}

const WORD: Record<Amount, string> = { revenue: "price", payout: "payout" };

function sourceOf(name: Amount, from: string | null | undefined): string | null {
  if (from === "terms") return `Agreed ${WORD[name]}`;
  if (from === "rule") return `Rule ${WORD[name]}`;
  return from === "stated" ? "Stated amount" : null;
}
