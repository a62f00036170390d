import { createHash } from "node:crypto";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { findNewestEventName } from "@/lib/db/hooks/find-post-target";
import type { SqlTx } from "@/lib/db/in-company";
import type { Actor } from "@/lib/domain/access/actor";
import { eventName } from "@/lib/domain/hooks/event-name";
import { statementOf } from "../call/update-call";
import type { Batch } from "../conversion/apply-conversions";
import { keptUpdate } from "../inbox/kept-update";

type Kept = Readonly<Record<string, unknown>>;

/** What a buyer's post asks of a call that is known now. Throws `Invalid`. */
export async function statementRequest(
  tx: SqlTx,
  batch: Batch,
  {
    actor,
    callId,
    statement,
    payload,
  }: {
    readonly actor: Actor;
    readonly callId: number;
    readonly statement: Kept;
    readonly payload: Kept;
  },
): Promise<ConversionRequest> {
  const kept = keptUpdate(statement, { secure: true });
  if (!kept.ok) throw kept.error;
  const { update } = kept;
  const eventId = update.event_id ?? (await nameOfReference(tx, callId, statement));
  const wish = statementOf({ ...batch, actor }, { ...update, ...(eventId !== undefined && { event_id: eventId }) });
  return {
    call: { id: callId },
    actor,
    wish,
    payload,
    statement,
    ...(update.reason !== undefined && { reason: update.reason }),
    ...(update.tokens && { tokens: update.tokens }),
  };
}

async function nameOfReference(tx: SqlTx, callId: number, statement: Kept): Promise<string | undefined> {
  const { reference } = statement;
  if (typeof reference !== "string") return undefined;
  const { buyer_converted, revenue, occurred_at, tokens } = statement;
  const words = JSON.stringify([buyer_converted, revenue, occurred_at, tokens]);
  const digest = createHash("sha256").update(words).digest("hex").slice(0, 16);
  return eventName(reference, digest, await findNewestEventName(tx, callId, reference));
}
