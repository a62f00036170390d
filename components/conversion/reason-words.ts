import type { InboxReasonName } from "@/lib/inbox/contract";

/** In the order of the tabs: what blocks a buyer's system first, what the facts propose last. */
export const REASONS: readonly { readonly reason: InboxReasonName; readonly label: string; readonly about: string }[] =
  [
    {
      reason: "unmatched",
      label: "No call",
      about: "No matching call. Applied automatically if the call arrives.",
    },
    { reason: "ambiguous", label: "More than one call", about: "Posts that fit more than one call." },
    { reason: "refused", label: "Refused", about: "Posts of known senders that could not be accepted." },
    {
      reason: "locked",
      label: "Locked",
      about: "Updates from outside systems about a side that somebody locked.",
    },
    { reason: "outside_limits", label: "Outside limits", about: "Updates of a buyer beyond what its settings allow." },
    {
      reason: "reused_event_id",
      label: "Event id used before",
      about: "Updates whose event id came before, with other content.",
    },
    {
      reason: "would_revert",
      label: "Rule no longer matches",
      about: "Automatic conversions that no longer hold.",
    },
    {
      reason: "duplicate_freed",
      label: "No longer a duplicate",
      about: "Calls that would convert now: an earlier one of the caller was taken back.",
    },
    { reason: "cap_freed", label: "Cap has room", about: "Calls that a cap had stopped, and that would convert now." },
  ];

export function reasonLabel(reason: string): string {
  return REASONS.find((each) => each.reason === reason)?.label ?? reason.replaceAll("_", " ");
}

export function isReason(text: string | undefined): text is InboxReasonName {
  return REASONS.some(({ reason }) => reason === text);
}
