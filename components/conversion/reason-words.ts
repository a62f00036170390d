import type { InboxReasonName } from "@/lib/inbox/contract";

/** In the order of the tabs: problems of external updates first, proposals of re-evaluation last. */
export const REASONS: readonly { readonly reason: InboxReasonName; readonly label: string; readonly about: string }[] =
  [
    {
      reason: "unmatched",
      label: "No matching call",
      about: "Applied automatically if the call arrives.",
    },
    { reason: "ambiguous", label: "Several matching calls", about: "Choose the call that the update is about." },
    { reason: "refused", label: "Rejected", about: "Updates from known senders that could not be applied." },
    {
      reason: "locked",
      label: "Locked",
      about: "Updates to a side that a team member locked.",
    },
    { reason: "outside_limits", label: "Outside limits", about: "Updates outside the limits in the buyer’s settings." },
    {
      reason: "reused_event_id",
      label: "Conflicting event ID",
      about: "The same event ID arrived before with different content.",
    },
    {
      reason: "would_revert",
      label: "Rule no longer matches",
      about: "Automatic conversions that no longer hold.",
    },
    {
      reason: "duplicate_freed",
      label: "No longer a duplicate",
      about: "An earlier call of the same caller was reversed, so these calls now convert.",
    },
    { reason: "cap_freed", label: "Cap has room again", about: "Calls that a cap had stopped and that now convert." },
  ];

export function reasonLabel(reason: string): string {
  return REASONS.find((entry) => entry.reason === reason)?.label ?? reason.replaceAll("_", " ");
}

export function isReason(text: string | undefined): text is InboxReasonName {
  return REASONS.some(({ reason }) => reason === text);
}
