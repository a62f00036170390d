import type { CompanyId } from "@/lib/base/ids";
import { companyId } from "@/lib/base/ids";
import type { Tx } from "@/lib/platform/sql/in-company";
import { pool } from "@/lib/platform/sql/prisma";
import { reachable } from "@/lib/platform/sql/reachable";
import { statementsOn } from "@/lib/platform/sql/run-sql";

const CHALLENGE_MINUTES = 5;

export type PasskeyRow = {
  readonly id: number;
  readonly name: string;
  readonly credentialId: Uint8Array<ArrayBuffer>;
  readonly transports: readonly string[];
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

export type NewPasskey = Pick<PasskeyRow, "name" | "credentialId" | "transports"> & {
  readonly publicKey: Uint8Array;
  readonly counter: number;
};

/** Oldest first. */
export async function listPasskeys(tx: Tx, memberId: number): Promise<PasskeyRow[]> {
  const rows = await tx.passkey.findMany({ where: { companyId: tx.company, memberId }, orderBy: { id: "asc" } });
  return rows.map(({ id, name, credentialId, transports, createdAt, lastUsedAt }) => ({
    id: Number(id),
    name,
    credentialId,
    transports,
    createdAt,
    lastUsedAt,
  }));
}

/** Null if the authenticator is registered already. */
export async function insertPasskey(tx: Tx, memberId: number, passkey: NewPasskey): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    insert into passkey (company_id, member_id, name, credential_id, public_key, counter, transports)
    values (${tx.company}, ${memberId}::bigint, ${passkey.name}, ${Buffer.from(passkey.credentialId)},
      ${Buffer.from(passkey.publicKey)}, ${passkey.counter}::bigint, ${[...passkey.transports]}::text[])
    on conflict (credential_id) do nothing returning id`;
  return row ? Number(row.id) : null;
}

export async function deletePasskey(tx: Tx, memberId: number, id: number): Promise<boolean> {
  const { count } = await tx.passkey.deleteMany({ where: { companyId: tx.company, memberId, id } });
  return count > 0;
}

/** Deletes all of a member; returns how many. */
export async function deletePasskeys(tx: Tx, memberId: number): Promise<number> {
  return (await tx.passkey.deleteMany({ where: { companyId: tx.company, memberId } })).count;
}

/** Stores the signature count, which only grows, and the time of use. False if a signature with this count was seen. */
export async function countSignature(tx: Tx, id: number, counter: number): Promise<boolean> {
  const updated = await tx.$executeRaw`
    update passkey set counter = ${counter}::bigint, last_used_at = now()
    where company_id = ${tx.company} and id = ${id}::bigint and (counter < ${counter}::bigint or counter = 0)`;
  return updated > 0;
}

export type PasskeyOfMember = {
  readonly id: number;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly member: {
    readonly id: number;
    readonly name: string;
    readonly company: CompanyId;
    readonly passwordHash: string | null;
  };
};

/** Read before a company is known: whose passkey signs in. Null if unknown, or if its member is disabled. */
export async function findPasskey(credentialId: Uint8Array): Promise<PasskeyOfMember | null> {
  type Row = { id: bigint; public_key: Buffer; counter: bigint; transports: string[] } & {
    member_id: bigint;
    name: string;
    company_id: bigint;
    password_hash: string | null;
  };
  const [row] = await reachable(
    () => statementsOn(pool()).$queryRaw<Row[]>`
    select p.id, p.public_key, p.counter, p.transports, m.id as member_id, m.name, m.company_id, m.password_hash
    from passkey p join member m on m.id = p.member_id
    where p.credential_id = ${Buffer.from(credentialId)} and m.disabled_at is null`,
  );
  return row
    ? {
        id: Number(row.id),
        publicKey: new Uint8Array(row.public_key),
        counter: Number(row.counter),
        transports: row.transports,
        member: {
          id: Number(row.member_id),
          name: row.name,
          company: companyId(Number(row.company_id)),
          passwordHash: row.password_hash,
        },
      }
    : null;
}

/** Of a member who adds a passkey; null for signing in. Deletes expired ones. */
export async function keepChallenge(challengeHash: Uint8Array, memberId: number | null): Promise<void> {
  await reachable(() => statementsOn(pool()).$executeRaw`delete from passkey_challenge where expires_at < now()`);
  await reachable(
    () => statementsOn(pool()).$executeRaw`
    insert into passkey_challenge (challenge_hash, member_id, expires_at)
    values (${Buffer.from(challengeHash)}, ${memberId}::bigint, now() + ${CHALLENGE_MINUTES}::integer * interval '1 minute')`,
  );
}

/** Uses up a challenge. False if it is unknown, expired, used, or somebody else's. */
export async function takeChallenge(challengeHash: Uint8Array, memberId: number | null): Promise<boolean> {
  const taken = await reachable(
    () => statementsOn(pool()).$executeRaw`
    delete from passkey_challenge where challenge_hash = ${Buffer.from(challengeHash)}
      and expires_at > now() and member_id is not distinct from ${memberId}::bigint`,
  );
  return taken > 0;
}
