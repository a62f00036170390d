import { moneyText } from "@/components/ui/money-text";
import type { PreviewCap } from "@/lib/conversion/contract/preview";

/** "50 of 50 conversions per day used", or only whether it is over when the role can't read the numbers. */
export function capUseText({ name, used_after: used, limit, over }: PreviewCap): string {
  if (used === undefined || limit === undefined) return over ? `${name}: over the cap` : `${name}: under the cap`;
  const cap = name.startsWith(limit) ? moneyText(limit) + name.slice(limit.length) : name;
  return `${moneyText(used)} of ${cap} used${over ? ", over the cap" : ""}`;
}
