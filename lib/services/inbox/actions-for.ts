import type { InboxAction } from "@/lib/contracts/inbox";
import type { InboxRow } from "@/lib/db/inbox/inbox-row";
import { keptUpdate } from "./kept-update";

/** What can be done with an item that waits, whoever asks. */
export function actionsFor(row: InboxRow): InboxAction[] {
  if (row.settled) return [];
  switch (row.reason) {
    case "locked":
    case "outside_limits":
    case "would_fall":
    case "duplicate_freed":
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

function isReadable({ statement, payload }: InboxRow): boolean {
  return keptUpdate(statement ?? payload, { secure: true }).ok;
}
