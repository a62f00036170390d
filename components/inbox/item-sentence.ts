import { moneyText } from "@/components/ui/money-text";
import type { InboxItem } from "@/lib/inbox/contract";

/** What happened, as a sentence. What the reader may not know is not in it. */
export function itemSentence(item: InboxItem): string {
  const who = item.actor.name;
  const said = saidText(item.says);
  const side = item.side === "offer" ? "traffic source" : "buyer";
  switch (item.reason) {
    case "unmatched":
      return `${who} posted ${said} for a call that is not here${item.sought?.uuid ? "" : ", named by its caller"}.`;
    case "ambiguous":
      return `${who} posted ${said}, and more than one call fits.`;
    case "refused":
      return item.says ? `${who} posted ${said}, which was refused.` : `${who} posted something that was refused.`;
    case "locked":
      return `${who} said ${said}, but the ${side} side is locked.`;
    case "outside_limits":
      return `${who} said ${said}, which is outside this buyer’s limits.`;
    case "reused_event_id":
      return `${who} said ${said} under an event id that it had used before, with other content.`;
    case "would_revert":
      return `The ${side} side’s automatic conversion no longer holds.`;
    case "duplicate_freed":
      return `An earlier call of this caller is no longer converted, so this one would convert for the ${side}.`;
    case "cap_freed":
      return `The cap that stopped this call has room again: it would convert for the ${side}.`;
    default:
      return item.problem ?? "Something waits for a person.";
  }
}

/** “converted, 12.50” */
export function saidText(says: InboxItem["says"]): string {
  if (!says) return "something";
  const { buyer_converted: buyer, offer_converted: offer, revenue, payout } = says;
  const parts = [
    ...(buyer === undefined ? [] : [buyer ? "converted" : "not converted"]),
    ...(offer === undefined ? [] : [offer ? "TS converted" : "TS not converted"]),
    ...(revenue === undefined ? [] : [`revenue ${moneyText(revenue)}`]),
    ...(payout === undefined ? [] : [`payout ${moneyText(payout)}`]),
  ];
  return parts.length === 0 ? "an update" : `“${parts.join(", ")}”`;
}
