import { type CompanyId, companyId } from "@/lib/base/ids";
import type { Tx } from "@/lib/platform/sql/in-company";
import { pool } from "@/lib/platform/sql/prisma";
import { reachable } from "@/lib/platform/sql/reachable";
import { statementsOn } from "@/lib/platform/sql/run-sql";

export type LinkKind = "invitation" | "reset";

const LASTS_HOURS: Readonly<Record<LinkKind, number>> = { invitation: 7 * 24, reset: 24 };

/** A new link ends the earlier ones of the member. Returns when it expires. */
export async function insertLink(tx: Tx, memberId: number, kind: LinkKind, keyHash: Uint8Array): Promise<Date> {
  await revokeLinks(tx, memberId);
  const [row] = await tx.$queryRaw<{ expires_at: Date }[]>`
    select insert_member_link(${memberId}::bigint, ${kind}::text, ${Buffer.from(keyHash)}::bytea,
      ${LASTS_HOURS[kind]}::integer * interval '1 hour') as expires_at`;
  if (!row) throw new Error("the link was inserted without a time");
  return row.expires_at;
}

export function revokeLinks(tx: Tx, memberId: number): Promise<number> {
  return tx.$executeRaw`
    update member_link set revoked_at = now()
    where company_id = ${tx.company} and member_id = ${memberId}::bigint and used_at is null and revoked_at is null`;
}

/** Uses up a link. False if somebody else was faster, or it ended meanwhile. */
export async function useLink(tx: Tx, id: number): Promise<boolean> {
  const used = await tx.$executeRaw`
    update member_link set used_at = now()
    where company_id = ${tx.company} and id = ${id}::bigint
      and used_at is null and revoked_at is null and expires_at > now()`;
  return used > 0;
}

export type OpenLink = {
  readonly id: number;
  readonly kind: LinkKind;
  readonly memberId: number;
  readonly memberName: string;
  readonly email: string;
  readonly company: CompanyId;
  readonly companyName: string;
};

/** Read before a company is known: a link that works. Null if it is unknown, used, expired or revoked. */
export async function findLink(keyHash: Uint8Array): Promise<OpenLink | null> {
  type Row = { id: bigint; kind: LinkKind; member_id: bigint; name: string; email: string } & {
    company_id: bigint;
    company_name: string;
  };
  const [row] = await reachable(
    () => statementsOn(pool()).$queryRaw<Row[]>`
    select l.id, l.kind, m.id as member_id, m.name, m.email, c.id as company_id, c.name as company_name
    from member_link l join member m on m.id = l.member_id join company c on c.id = l.company_id
    where l.key_hash = ${Buffer.from(keyHash)} and l.used_at is null and l.revoked_at is null
      and l.expires_at > now() and m.disabled_at is null`,
  );
  return row
    ? {
        id: Number(row.id),
        kind: row.kind,
        memberId: Number(row.member_id),
        memberName: row.name,
        email: row.email,
        company: companyId(Number(row.company_id)),
        companyName: row.company_name,
      }
    : null;
}
