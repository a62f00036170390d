import { moneyText } from "@/components/ui/money-text";
import type { InboxPosting } from "@/lib/contracts/inbox";

/** “charge Brightside Solar 12.50”; what is taken back with a minus. */
export function postingText({ kind, party, amount }: InboxPosting): string {
  if (amount === undefined) return `${kind} ${party.name}`;
  const sign = kind === "credit" || kind === "clawback" ? "−" : "";
  return `${kind} ${party.name} ${sign}${moneyText(amount)}`;
}
