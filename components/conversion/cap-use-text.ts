import { moneyText } from "@/components/ui/money-text";
import type { PreviewCap } from "@/lib/conversion/contract/preview";

/** "50 of 50 conversions a day used"; of a cap whose numbers may not be read, whether it holds. */
export function capUseText({ name, used_after: used, limit, over }: PreviewCap): string {
  if (used === undefined || limit === undefined) return over ? `${name} exceeded` : `${name} not reached`;
  const cap = name.startsWith(limit) ? moneyText(limit) + name.slice(limit.length) : name;
  return `${moneyText(used)} of ${cap} used${over ? ", over the cap" : ""}`;
}
