import type { EventType } from "@/lib/outbound/domain/event-type";

/** In the order of the form. */
export const EVENT_CHOICES: readonly { readonly type: EventType; readonly label: string }[] = [
  { type: "call.created", label: "Call created" },
  { type: "call.updated", label: "Call updated" },
  { type: "buyer.converted", label: "Buyer converted" },
  { type: "buyer.reversed", label: "Buyer conversion reversed" },
  { type: "buyer.repriced", label: "Revenue changed" },
  { type: "offer.converted", label: "Traffic source converted" },
  { type: "offer.reversed", label: "Traffic source conversion reversed" },
  { type: "offer.repriced", label: "Payout changed" },
  { type: "entry.posted", label: "Entry posted" },
  { type: "statement.issued", label: "Statement issued" },
  { type: "period.closed", label: "Month closed" },
  { type: "inbox.waiting", label: "Inbox item waiting" },
];

const LABELS = new Map<string, string>(EVENT_CHOICES.map(({ type, label }) => [type, label]));

/** The event in words; types that are not offered, such as that of a test, as they are. */
export function eventText(type: string): string {
  return LABELS.get(type) ?? (type === "endpoint.test" ? "Test" : type);
}
