import type { Actor } from "@/lib/access/domain/actor";
import type { Side } from "@/lib/call/domain/call-state";

export const INBOX_REASONS = [
  "unmatched",
  "ambiguous",
  "refused",
  "locked",
  "outside_limits",
  "reused_event_id",
  "would_revert",
  "duplicate_freed",
  "cap_freed",
] as const;
export type InboxReason = (typeof INBOX_REASONS)[number];

/** Reasons that Callmark proposes from the facts; all other items were sent by somebody. */
export type Proposal = "would_revert" | "duplicate_freed" | "cap_freed";

export type InboxItem = {
  readonly receivedAt: Date;
  readonly reason: InboxReason;
  readonly callId: number | null;
  readonly side: Side | null;
  readonly mechanism: string;
  readonly actor: Actor;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly problem: string | null;
  /** The item read as an update of the call, if it could be read; accepting it applies this update. */
  readonly conversionUpdate?: Readonly<Record<string, unknown>>;
  /** The uuid of the call the update is about; it is applied when that call arrives. */
  readonly soughtUuid?: string;
  /** The hash of the caller, for an update that names its call by caller and time. */
  readonly soughtCaller?: Uint8Array;
  readonly endpointId?: number;
};
