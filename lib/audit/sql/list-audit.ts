import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type AuditRow = {
  readonly id: number;
  readonly recordedAt: Date;
  readonly actorType: string;
  readonly actorId: bigint | null;
  readonly address: string | null;
  readonly requestId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
};

export type AuditFilter = {
  readonly action: string | null;
  readonly actor: { readonly type: string; readonly id: number | null } | null;
  readonly subject: { readonly type: string; readonly id: string | null } | null;
  /** Days in `timeZone`, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly timeZone: string;
  /** The last entry of the previous page. */
  readonly before: number | null;
  readonly limit: number;
};

type Raw = {
  id: bigint;
  recorded_at: Date;
  actor_type: string;
  actor_id: bigint | null;
  address: string | null;
  request_id: string | null;
  action: string;
  subject_type: string;
  subject_id: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/** In reverse order of the ids. */
export async function listAudit(tx: SqlTx, filter: AuditFilter): Promise<AuditRow[]> {
  const { action, actor, subject, from, to, timeZone, before, limit } = filter;
  const only = (condition: Prisma.Sql | null) => condition ?? Prisma.empty;
  const rows = await tx.$queryRaw<Raw[]>`
    select id, recorded_at, actor_type, actor_id, address, request_id, action, subject_type, subject_id, before, after
    from audit_entry
    where company_id = ${tx.company}
      ${only(action === null ? null : Prisma.sql`and action = ${action}`)}
      ${only(actor && Prisma.sql`and actor_type = ${actor.type}`)}
      ${only(actor && actor.id !== null ? Prisma.sql`and actor_id = ${actor.id}::bigint` : null)}
      ${only(subject && Prisma.sql`and subject_type = ${subject.type}`)}
      ${only(subject && subject.id !== null ? Prisma.sql`and subject_id = ${subject.id}` : null)}
      ${only(from === null ? null : Prisma.sql`and recorded_at >= ${from}::date::timestamp at time zone ${timeZone}`)}
      ${only(to === null ? null : Prisma.sql`and recorded_at < (${to}::date + 1)::timestamp at time zone ${timeZone}`)}
      ${only(before === null ? null : Prisma.sql`and id < ${before}::bigint`)}
    order by id desc
    limit ${limit}`;
  return rows.map((row) => ({
    id: Number(row.id),
    recordedAt: row.recorded_at,
    actorType: row.actor_type,
    actorId: row.actor_id,
    address: row.address,
    requestId: row.request_id,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    before: row.before,
    after: row.after,
  }));
}
