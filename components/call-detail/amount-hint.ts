import { moneyText } from "@/components/ui/money-text";
import type { PreviewSide } from "@/lib/contracts/preview";
import type { EditedField } from "./call-form";

/** "Agreed price 41.00", "Rule price 41.00 · Roof repair": where the amount of a conversion is from, unless it was typed. */
export function amountHint(
  name: "revenue" | "payout",
  side: PreviewSide | undefined,
  edited: readonly EditedField[],
): string | undefined {
  const after = side?.after;
  if (!after?.converted || after.amount === undefined || edited.includes(name)) return undefined;
  const word = name === "revenue" ? "price" : "payout";
  switch (after.amount_from) {
    case "terms":
      return `Agreed ${word} ${moneyText(after.amount)}`;
    case "rule":
      return [`Rule ${word} ${moneyText(after.amount)}`, ...(after.rule ? [after.rule.name] : [])].join(" · ");
    case "stated":
      return `Stated amount ${moneyText(after.amount)}`;
    default:
      return `No agreed ${word}`;
  }
}
