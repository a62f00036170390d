import type { Actor } from "@/lib/access/domain/actor";
import type { Side } from "@/lib/call/domain/call-state";
import type { Mechanism } from "@/lib/call/domain/mechanism";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { InboxReason } from "../domain/inbox-item";

type Json = Readonly<Record<string, unknown>>;

/** An open or resolved inbox item with the names it refers to, before permissions are applied. */
export type InboxRow = {
  readonly id: number;
  readonly receivedAt: Date;
  readonly reason: InboxReason;
  readonly callId: number | null;
  readonly side: Side | null;
  readonly mechanism: Mechanism;
  readonly actorType: Actor["type"];
  readonly actorId: number | null;
  readonly actorName: string | null;
  /** What secure tokens may do now: the buyer of the sender's, and whether the company's may update the offer side. */
  readonly token: { readonly buyerId: number | null; readonly offerSide: boolean };
  readonly payload: Json;
  readonly conversionUpdate: Json | null;
  readonly problem: string | null;
  /** How often the same item arrived. */
  readonly times: number;
  readonly lastReceivedAt: Date;
  readonly soughtUuid: string | null;
  /** Hexadecimal. */
  readonly soughtCaller: string | null;
  readonly endpointId: number | null;
  readonly resolved: {
    readonly at: Date;
    readonly resolution: "accepted" | "applied" | "dismissed";
    readonly byType: string | null;
    readonly byName: string | null;
  } | null;
};

export type InboxColumns = {
  id: bigint;
  received_at: Date;
  reason: InboxReason;
  call_id: bigint | null;
  side: Side | null;
  mechanism: Mechanism;
  actor_type: Actor["type"];
  actor_id: bigint | null;
  actor_name: string | null;
  token_buyer_id: bigint | null;
  token_offer_side: boolean;
  payload: Json;
  conversion_update: Json | null;
  problem: string | null;
  times: number;
  last_received_at: Date | null;
  sought_uuid: string | null;
  sought_caller: string | null;
  endpoint_id: bigint | null;
  resolved_at: Date | null;
  resolution: "accepted" | "applied" | "dismissed" | null;
  resolved_by_type: string | null;
  resolved_by_name: string | null;
};

/** Columns of the inbox row `i`; the names come from `inboxNames`. */
export const INBOX_COLUMNS = Prisma.sql`
  i.id, i.received_at, i.reason, i.call_id, i.side, i.mechanism, i.actor_type, i.actor_id,
  coalesce(m.name, k.name, st.name, e.name) as actor_name, st.buyer_id as token_buyer_id,
  (select c.token_offer_side from company c where c.id = i.company_id) as token_offer_side, i.payload, i.conversion_update, i.problem, i.times, i.last_received_at, i.sought_uuid::text,
  encode(i.sought_caller, 'hex') as sought_caller, i.endpoint_id, i.resolved_at, i.resolution, i.resolved_by_type,
  coalesce(sm.name, sk.name) as resolved_by_name`;

export function inboxNames(tx: SqlTx): Prisma.Sql {
  return Prisma.sql`
    left join member m on i.actor_type = 'member' and m.company_id = ${tx.company} and m.id = i.actor_id
    left join api_key k on i.actor_type = 'api_key' and k.company_id = ${tx.company} and k.id = i.actor_id
    left join secure_token st on i.actor_type = 'secure_token' and st.company_id = ${tx.company} and st.id = i.actor_id
    left join webhook_endpoint e on i.actor_type = 'webhook' and e.company_id = ${tx.company} and e.id = i.actor_id
    left join member sm on i.resolved_by_type = 'member' and sm.company_id = ${tx.company} and sm.id = i.resolved_by_id
    left join api_key sk on i.resolved_by_type = 'api_key' and sk.company_id = ${tx.company} and sk.id = i.resolved_by_id`;
}

export function inboxRow(row: InboxColumns): InboxRow {
  return {
    id: Number(row.id),
    receivedAt: row.received_at,
    reason: row.reason,
    callId: number(row.call_id),
    side: row.side,
    mechanism: row.mechanism,
    actorType: row.actor_type,
    actorId: number(row.actor_id),
    actorName: row.actor_name,
    token: { buyerId: number(row.token_buyer_id), offerSide: row.token_offer_side },
    payload: row.payload,
    conversionUpdate: row.conversion_update,
    problem: row.problem,
    times: row.times,
    lastReceivedAt: row.last_received_at ?? row.received_at,
    soughtUuid: row.sought_uuid,
    soughtCaller: row.sought_caller,
    endpointId: number(row.endpoint_id),
    resolved: row.resolved_at && {
      at: row.resolved_at,
      resolution: row.resolution ?? "applied",
      byType: row.resolved_by_type,
      byName: row.resolved_by_name,
    },
  };
}

function number(id: bigint | null): number | null {
  return id === null ? null : Number(id);
}
