import { moneyText } from "@/components/ui/money-text";
import type { PreviewCap } from "@/lib/contracts/preview";

/** "50 of 50 conversions a day used"; of a cap whose numbers may not be read, whether it holds. */
export function capUseText({ name, used_after: used, over }: PreviewCap): string {
  if (used === undefined) return over ? `${name} exceeded` : `${name} not reached`;
  return `${moneyText(used)} of ${name} used${over ? ", over the cap" : ""}`;
}
