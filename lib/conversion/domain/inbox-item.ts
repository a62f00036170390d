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

/** Proposals of the facts; everything else is what somebody sent. */
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
  /** What was meant, as an update of the call, where that could be made out: what accepting it will say. */
  readonly conversionUpdate?: Readonly<Record<string, unknown>>;
  /** The call that is looked for: when it arrives, the update is applied to it. */
  readonly soughtUuid?: string;
  /** The same for a call that is only known by its caller: the hash of the number. */
  readonly soughtCaller?: Uint8Array;
  readonly endpointId?: number;
};
