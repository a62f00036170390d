import type { Actor } from "@/lib/access/domain/actor";
import type { Side } from "@/lib/call/domain/call-state";
import type { Mechanism } from "@/lib/call/domain/mechanism";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { InboxReason } from "../domain/inbox-item";

type Json = Readonly<Record<string, unknown>>;

/** What waits for a person, or waited, with the names it refers to and before anybody's permissions. */
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
  readonly payload: Json;
  readonly statement: Json | null;
  readonly problem: string | null;
  /** How often the same arrived. */
  readonly times: number;
  readonly lastReceivedAt: Date;
  readonly soughtUuid: string | null;
  /** Hexadecimal. */
  readonly soughtCaller: string | null;
  readonly endpointId: number | null;
  readonly settled: {
    readonly at: Date;
    readonly settlement: "accepted" | "applied" | "dismissed";
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
  payload: Json;
  statement: Json | null;
  problem: string | null;
  times: number;
  last_received_at: Date | null;
  sought_uuid: string | null;
  sought_caller: string | null;
  endpoint_id: bigint | null;
  settled_at: Date | null;
  settlement: "accepted" | "applied" | "dismissed" | null;
  settled_by_type: string | null;
  settled_by_name: string | null;
};

/** Of an inbox row `i`; see `inboxNames` for the names. */
export const INBOX_COLUMNS = Prisma.sql`
  i.id, i.received_at, i.reason, i.call_id, i.side, i.mechanism, i.actor_type, i.actor_id,
  coalesce(m.name, k.name, st.name, e.name) as actor_name, i.payload, i.statement, i.problem, i.times, i.last_received_at, i.sought_uuid::text,
  encode(i.sought_caller, 'hex') as sought_caller, i.endpoint_id, i.settled_at, i.settlement, i.settled_by_type,
  coalesce(sm.name, sk.name) as settled_by_name`;

export function inboxNames(tx: SqlTx): Prisma.Sql {
  return Prisma.sql`
    left join member m on i.actor_type = 'member' and m.company_id = ${tx.company} and m.id = i.actor_id
    left join api_key k on i.actor_type = 'api_key' and k.company_id = ${tx.company} and k.id = i.actor_id
    left join secure_token st on i.actor_type = 'secure_token' and st.company_id = ${tx.company} and st.id = i.actor_id
    left join webhook_endpoint e on i.actor_type = 'hook' and e.company_id = ${tx.company} and e.id = i.actor_id
    left join member sm on i.settled_by_type = 'member' and sm.company_id = ${tx.company} and sm.id = i.settled_by_id
    left join api_key sk on i.settled_by_type = 'api_key' and sk.company_id = ${tx.company} and sk.id = i.settled_by_id`;
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
    payload: row.payload,
    statement: row.statement,
    problem: row.problem,
    times: row.times,
    lastReceivedAt: row.last_received_at ?? row.received_at,
    soughtUuid: row.sought_uuid,
    soughtCaller: row.sought_caller,
    endpointId: number(row.endpoint_id),
    settled: row.settled_at && {
      at: row.settled_at,
      settlement: row.settlement ?? "applied",
      byType: row.settled_by_type,
      byName: row.settled_by_name,
    },
  };
}

function number(id: bigint | null): number | null {
  return id === null ? null : Number(id);
}
