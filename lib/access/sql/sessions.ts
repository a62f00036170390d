import { type CompanyId, companyId } from "@/lib/base/ids";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import { pool } from "@/lib/platform/sql/prisma";
import { reachable } from "@/lib/platform/sql/reachable";
import { statementsOn } from "@/lib/platform/sql/run-sql";

export type NewSession = {
  readonly memberId: number;
  readonly secretHash: Uint8Array;
  readonly address: string | null;
  readonly userAgent: string;
};

export type SessionRow = {
  readonly id: number;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly address: string | null;
  readonly userAgent: string;
};

const LASTS_DAYS = 30;
const IDLE_HOURS = 12;

/** Sessions that stand: not ended, at most 30 days old, used within 12 hours. `s` is the session. */
export const STANDS = Prisma.sql`s.ended_at is null and s.expires_at > now()
  and s.last_used_at > now() - ${IDLE_HOURS}::integer * interval '1 hour'`;

/** Returns the id. Sessions that ended stay on record. */
export async function insertSession(tx: Tx, session: NewSession): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    select insert_session(${session.memberId}::bigint, ${Buffer.from(session.secretHash)}::bytea,
      ${LASTS_DAYS}::integer * interval '1 day', ${session.address}::text, ${session.userAgent}::text) as id`;
  if (!row) throw new Error("the session was inserted without an id");
  return Number(row.id);
}

/** The member's sessions that stand, newest first. */
export async function listSessions(tx: Tx, memberId: number): Promise<SessionRow[]> {
  type Row = { id: bigint; created_at: Date; last_used_at: Date; address: string | null; user_agent: string };
  const rows = await tx.$queryRaw<Row[]>`
    select s.id, s.created_at, s.last_used_at, s.address, s.user_agent from session s
    where s.company_id = ${tx.company} and s.member_id = ${memberId}::bigint and ${STANDS} order by s.id desc`;
  return rows.map((row) => ({
    id: Number(row.id),
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    address: row.address,
    userAgent: row.user_agent,
  }));
}

/** Ends sessions of a member: one, or all but one. Returns how many ended. */
export function endSessions(
  tx: Tx,
  memberId: number,
  { only = null, but = null }: { readonly only?: number | null; readonly but?: number | null } = {},
): Promise<number> {
  return tx.$executeRaw`
    update session s set ended_at = now()
    where s.company_id = ${tx.company} and s.member_id = ${memberId}::bigint and s.ended_at is null
      and (${only}::bigint is null or s.id = ${only}::bigint) and s.id is distinct from ${but}::bigint`;
}

/** Read before a company is known: whose session has this secret, whether it stands or not. */
export async function findSessionBySecret(
  secretHash: Uint8Array,
): Promise<{ readonly id: number; readonly memberId: number; readonly company: CompanyId } | null> {
  const [row] = await reachable(
    () => statementsOn(pool()).$queryRaw<{ id: bigint; member_id: bigint; company_id: bigint }[]>`
    select id, member_id, company_id from session where secret_hash = ${Buffer.from(secretHash)}`,
  );
  return row
    ? { id: Number(row.id), memberId: Number(row.member_id), company: companyId(Number(row.company_id)) }
    : null;
}
