import type { InboxReasonName } from "@/lib/contracts/inbox";

/** In the order of the tabs: what blocks a buyer's system first, what the facts propose last. */
export const REASONS: readonly { readonly reason: InboxReasonName; readonly label: string; readonly about: string }[] =
  [
    {
      reason: "unmatched",
      label: "No call",
      about: "Posts that fit no call. They are applied by themselves if it arrives.",
    },
    { reason: "ambiguous", label: "More than one call", about: "Posts that fit more than one call." },
    { reason: "refused", label: "Refused", about: "Posts of known senders that could not be accepted." },
    {
      reason: "locked",
      label: "Against a lock",
      about: "What outside systems said about a side that somebody locked.",
    },
    { reason: "outside_limits", label: "Outside limits", about: "What a buyer said beyond what its settings allow." },
    { reason: "would_fall", label: "Would fall", about: "Conversions that new facts no longer bear out." },
    {
      reason: "duplicate_freed",
      label: "No duplicate now",
      about: "Calls that would convert since an earlier one fell.",
    },
  ];

export function reasonLabel(reason: string): string {
  return REASONS.find((each) => each.reason === reason)?.label ?? reason.replaceAll("_", " ");
}

export function isReason(text: string | undefined): text is InboxReasonName {
  return REASONS.some(({ reason }) => reason === text);
}
