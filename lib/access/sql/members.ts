import type { Tx } from "@/lib/platform/sql/in-company";

export type MemberRow = {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** Exceptions from the role. */
  readonly grants: Readonly<Record<string, unknown>>;
  /** Null until an invitation is accepted. */
  readonly passwordHash: string | null;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
  readonly hasAuthenticator: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
  readonly lastSeenAt: Date | null;
};

type Raw = {
  id: bigint;
  email: string;
  name: string;
  role: string;
  grants: Record<string, unknown>;
  password_hash: string | null;
  disabled_at: Date | null;
  created_at: Date;
  has_authenticator: boolean;
  passkeys: number;
  recovery_codes: number;
  last_seen_at: Date | null;
};

/** By name. One member if `only` is given. */
export async function listMembers(tx: Tx, only: number | null = null): Promise<MemberRow[]> {
  const rows = await tx.$queryRaw<Raw[]>`
    select m.id, m.email, m.name, m.role, m.grants, m.password_hash, m.disabled_at, m.created_at,
      m.totp_sealed is not null as has_authenticator, cardinality(m.recovery_code_hashes) as recovery_codes,
      (select count(*)::integer from passkey p where p.member_id = m.id) as passkeys,
      (select max(s.last_used_at) from session s where s.member_id = m.id) as last_seen_at
    from member m where m.company_id = ${tx.company} and (${only}::bigint is null or m.id = ${only}::bigint)
    order by lower(m.name), m.id`;
  return rows.map((row) => ({
    id: Number(row.id),
    email: row.email,
    name: row.name,
    role: row.role,
    grants: row.grants,
    passwordHash: row.password_hash,
    disabledAt: row.disabled_at,
    createdAt: row.created_at,
    hasAuthenticator: row.has_authenticator,
    passkeys: row.passkeys,
    recoveryCodes: row.recovery_codes,
    lastSeenAt: row.last_seen_at,
  }));
}

/** Locks the members of the company, so that simultaneous changes cannot leave it without an owner. */
export async function lockMembers(tx: Tx): Promise<void> {
  await tx.$queryRaw`select id from member where company_id = ${tx.company} order by id for update`;
}

export type MemberChange = Pick<MemberRow, "name" | "role" | "grants" | "disabledAt">;

export async function saveMember(tx: Tx, id: number, { name, role, grants, disabledAt }: MemberChange): Promise<void> {
  await tx.$queryRaw`
    select change_member(${id}::bigint, ${name}::text, ${role}::text, ${JSON.stringify(grants)}::jsonb,
      ${disabledAt}::timestamptz) is null as changed`;
}

export async function savePassword(tx: Tx, id: number, passwordHash: string): Promise<void> {
  await tx.$executeRaw`
    update member set password_hash = ${passwordHash} where company_id = ${tx.company} and id = ${id}::bigint`;
}

/** Locks the member until the transaction ends. False if this is not their password any more, or they are disabled. */
export async function lockWithPassword(tx: Tx, id: number, passwordHash: string | null): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select from member where company_id = ${tx.company} and id = ${id}::bigint
      and password_hash = ${passwordHash} and disabled_at is null
    for update`;
  return rows.length > 0;
}
