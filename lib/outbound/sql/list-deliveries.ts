import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Attempt, DeliveryState } from "../domain/delivery";

/** A delivery as lists show it. */
export type DeliveryRow = {
  readonly id: string;
  readonly event: string;
  readonly occurredAt: Date;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly deliveredAt: Date | null;
  readonly body: string;
  /** Of the last attempt. */
  readonly status: number | null;
  readonly problem: string | null;
};

export type DeliveryPlace = Pick<DeliveryRow, "occurredAt" | "id">;

type Row = {
  event_id: string;
  event: string;
  occurred_at: Date;
  state: DeliveryState;
  attempts: number;
  next_attempt_at: Date;
  delivered_at: Date | null;
  body: string;
  status: number | null;
  problem: string | null;
};

export type DeliveryFilter = {
  readonly endpointId: number;
  readonly state: DeliveryState | null;
  /** One of them. */
  readonly id: string | null;
  readonly after: DeliveryPlace | null;
  readonly limit: number;
};

/** Newest first. */
export async function listDeliveryRows(tx: SqlTx, filter: DeliveryFilter): Promise<DeliveryRow[]> {
  const { endpointId, state, id, after, limit } = filter;
  const rows = await tx.$queryRaw<Row[]>`
    select d.event_id::text, d.event, d.occurred_at, d.state, d.attempts, d.next_attempt_at, d.delivered_at, d.body,
      a.status, a.problem
    from delivery d
    left join delivery_attempt a on a.company_id = ${tx.company} and a.endpoint_id = d.endpoint_id
      and a.event_id = d.event_id and a.number = d.attempts
    where d.company_id = ${tx.company} and d.endpoint_id = ${endpointId}::bigint
      ${state === null ? Prisma.empty : ofState(state)}
      ${id === null ? Prisma.empty : Prisma.sql`and d.event_id = ${id}::uuid`}
      ${after === null ? Prisma.empty : Prisma.sql`and (d.occurred_at, d.event_id) < (${after.occurredAt}::timestamptz, ${after.id}::uuid)`}
    order by d.occurred_at desc, d.event_id desc limit ${limit}`;
  return rows.map((row) => ({
    id: row.event_id,
    event: row.event,
    occurredAt: row.occurred_at,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    deliveredAt: row.delivered_at,
    body: row.body,
    status: row.status,
    problem: row.problem,
  }));
}

/** Says what the partial index says, so that the few that were not delivered are not sought among all. */
function ofState(state: DeliveryState): Prisma.Sql {
  const isMissing = state === "delivered" ? Prisma.empty : Prisma.sql`and d.state <> 'delivered'`;
  return Prisma.sql`and d.state = ${state}::text ${isMissing}`;
}

const ATTEMPTS_AT_MOST = 100;

type AttemptRow = {
  number: number;
  attempted_at: Date;
  milliseconds: number;
  url: string;
  headers: Record<string, string>;
  status: number | null;
  problem: string | null;
  answer: string;
};

/** The attempts of a delivery, newest first. */
export async function listAttempts(
  tx: SqlTx,
  endpointId: number,
  id: string,
): Promise<(Attempt & { readonly number: number })[]> {
  const rows = await tx.$queryRaw<AttemptRow[]>`
    select number, attempted_at, milliseconds, url, headers, status, problem, answer from delivery_attempt
    where company_id = ${tx.company} and endpoint_id = ${endpointId}::bigint and event_id = ${id}::uuid
    order by number desc limit ${ATTEMPTS_AT_MOST}`;
  return rows.map(({ attempted_at, ...row }) => ({ ...row, attemptedAt: attempted_at }));
}
