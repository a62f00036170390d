import type { Actor } from "@/lib/domain/access/actor";
import type { Side } from "@/lib/domain/conversion/call-state";
import type { Tx } from "../in-company";

export const INBOX_REASONS = [
  "unmatched",
  "ambiguous",
  "refused",
  "locked",
  "outside_limits",
  "would_fall",
  "duplicate_freed",
] as const;
export type InboxReason = (typeof INBOX_REASONS)[number];

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
  readonly statement?: Readonly<Record<string, unknown>>;
  /** The call that is looked for: when it arrives, the statement is applied to it. */
  readonly soughtUuid?: string;
  readonly endpointId?: number;
};

/** Leaves what could not be applied for a person to look at. */
export async function fileInInbox(tx: Tx, items: readonly InboxItem[]): Promise<void> {
  if (items.length === 0) return;
  await tx.inbox.createMany({
    data: items.map(({ actor, payload, statement, ...item }) => ({
      ...item,
      ...(statement && { statement: JSON.parse(JSON.stringify(statement)) }),
      companyId: tx.company,
      actorType: actor.type,
      actorId: actor.id,
      payload: JSON.parse(JSON.stringify(payload)),
    })),
  });
}
