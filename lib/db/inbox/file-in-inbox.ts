import type { Actor } from "@/lib/domain/access/actor";
import type { Side } from "@/lib/domain/conversion/call-state";
import type { Tx } from "../in-company";

export type InboxItem = {
  readonly receivedAt: Date;
  readonly reason: "locked" | "refused";
  readonly callId: number | null;
  readonly side: Side | null;
  readonly mechanism: string;
  readonly actor: Actor;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly problem: string | null;
};

/** Leaves what could not be applied for a person to look at. */
export async function fileInInbox(tx: Tx, items: readonly InboxItem[]): Promise<void> {
  if (items.length === 0) return;
  await tx.inbox.createMany({
    data: items.map(({ actor, payload, ...item }) => ({
      ...item,
      companyId: tx.company,
      actorType: actor.type,
      actorId: actor.id,
      payload: JSON.parse(JSON.stringify(payload)),
    })),
  });
}
