import { parseUpdate } from "@/lib/conversion/parse-update";
import type { InboxRow } from "@/lib/conversion/sql/inbox-row";
import type { InboxAction } from "./contract";

/** The actions that an open item allows, before permissions. */
export function actionsFor(row: InboxRow): InboxAction[] {
  if (row.resolved) return [];
  switch (row.reason) {
    case "locked":
    case "outside_limits":
    case "reused_event_id":
    case "would_revert":
    case "duplicate_freed":
    case "cap_freed":
      return ["accept", "dismiss"];
    case "unmatched":
    case "ambiguous":
      return ["match", "retry", "dismiss"];
    case "refused":
      return ["retry", ...(row.callId === null && isReadable(row) ? (["match"] as const) : []), "dismiss"];
    default:
      return ["dismiss"];
  }
}

/**
 * A webhook body is in the buyer's own format and reaches only the buyer's calls, so one that could not be read can
 * only be retried.
 */
function isReadable({ conversionUpdate, payload, actorType }: InboxRow): boolean {
  const update = conversionUpdate ?? (actorType === "webhook" ? null : payload);
  return update !== null && parseUpdate(update, { secure: true }).ok;
}
