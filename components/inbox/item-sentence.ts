import { moneyText } from "@/components/ui/money-text";
import type { InboxItem } from "@/lib/inbox/contract";

/** The item as a sentence, without what the reader’s role hides. */
export function itemSentence(item: InboxItem): string {
  const who = item.actor.name;
  const reported = reportedText(item.update);
  const side = item.side === "offer" ? "traffic source" : "buyer";
  switch (item.reason) {
    case "unmatched":
      return `${who} reported ${reported}, but no call ${item.sought?.uuid ? "has this UUID" : "from this caller matches"}.`;
    case "ambiguous":
      return `${who} reported ${reported}, but several calls match.`;
    case "refused":
      return item.update ? `${who} reported ${reported}, but it was rejected.` : `An update from ${who} was rejected.`;
    case "locked":
      return `${who} reported ${reported}, but the ${side} side is locked.`;
    case "outside_limits":
      return `${who} reported ${reported}, which is outside the buyer’s limits.`;
    case "reused_event_id":
      return `${who} reported ${reported} with an event ID that it already used for different content.`;
    case "would_revert":
      return `The ${side} side’s automatic conversion no longer holds.`;
    case "duplicate_freed":
      return `An earlier call of this caller was reversed. This call would now convert for the ${side}.`;
    case "cap_freed":
      return `The cap that stopped this call has room again. The call would now convert for the ${side}.`;
    default:
      return item.problem ?? "This update needs review.";
  }
}

/** “converted, revenue 12.50” */
function reportedText(update: InboxItem["update"]): string {
  if (!update) return "an update";
  const { buyer_converted: buyer, offer_converted: offer, revenue, payout } = update;
  const parts = [
    ...(buyer === undefined ? [] : [buyer ? "converted" : "not converted"]),
    ...(offer === undefined ? [] : [offer ? "TS converted" : "TS not converted"]),
    ...(revenue === undefined ? [] : [`revenue ${moneyText(revenue)}`]),
    ...(payout === undefined ? [] : [`payout ${moneyText(payout)}`]),
  ];
  return parts.length === 0 ? "an update" : `“${parts.join(", ")}”`;
}
