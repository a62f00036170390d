import { type CompanyId, companyId } from "@/lib/base/ids";
import { currencyDecimals } from "@/lib/base/money";
import type { Company } from "@/lib/company/domain/company";
import { Prisma } from "@/lib/platform/sql/generated/client";
import { pool, prisma } from "@/lib/platform/sql/prisma";
import { reachable } from "@/lib/platform/sql/reachable";
import { statementsOn } from "@/lib/platform/sql/run-sql";
import type { KeyLimits } from "../domain/roles";
import { STANDS } from "./sessions";

/** The only queries outside `inCompany`: global tables, read to find the company of a credential. */

export type Lookup<Credential> = { readonly company: Company; readonly credential: Credential };
export type MemberRecord = { id: number; name: string; email: string; role: string; grants: Record<string, unknown> };
export type KeyRecord = KeyLimits & {
  readonly id: number;
  readonly name: string;
  readonly keyId: string;
  readonly role: string;
  readonly grants: Record<string, unknown>;
  /** Addresses and networks that it works from; none for everywhere. */
  readonly addresses: readonly string[];
};
export type TokenRecord = {
  readonly id: number;
  readonly name: string;
  /** The buyer whose calls it reaches; null for all calls. */
  readonly buyerId: number | null;
  /** Whether the company lets its tokens update the offer side. */
  readonly offerSide: boolean;
};

type CompanyRow = { company_id: bigint; company_name: string; currency: string; time_zone: string };
const COMPANY = Prisma.sql`c.id as company_id, c.name as company_name, c.currency, c.time_zone`;

function company(row: CompanyRow): Company {
  return {
    id: companyId(Number(row.company_id)),
    name: row.company_name,
    currency: row.currency,
    decimals: currencyDecimals(row.currency),
    timeZone: row.time_zone,
  };
}

type MemberRow = CompanyRow & {
  id: bigint;
  name: string;
  email: string;
  role: string;
  grants: Record<string, unknown>;
};

/** Results have the order of the ids. */
export async function findMembers(ids: readonly number[]): Promise<(Lookup<MemberRecord> | null)[]> {
  const rows = await reachable(
    () => statementsOn(pool()).$queryRaw<MemberRow[]>`
    select m.id, m.name, m.email, m.role, m.grants, ${COMPANY} from member m join company c on c.id = m.company_id
    where m.disabled_at is null and m.id = any(${[...new Set(ids)]}::bigint[])`,
  );
  const byId = new Map(rows.map((row) => [Number(row.id), { company: company(row), credential: member(row) }]));
  return ids.map((id) => byId.get(id) ?? null);
}

export type SessionRecord = MemberRecord & {
  readonly sessionId: number;
  /** The company asks for a second factor, and the member has none yet. */
  readonly lacksSecondFactor: boolean;
};

/** Sessions that stand, by SHA-256 of their secrets. Results have the order of the hashes. */
export async function findSessions(secretHashes: readonly Uint8Array[]): Promise<(Lookup<SessionRecord> | null)[]> {
  type Row = MemberRow & { hash: string; session_id: bigint; lacks_second_factor: boolean };
  const rows = await reachable(
    () => statementsOn(pool()).$queryRaw<Row[]>`
    select encode(s.secret_hash, 'hex') as hash, s.id as session_id, m.id, m.name, m.email, m.role, m.grants, ${COMPANY},
      c.second_factor_required and m.totp_sealed is null
        and not exists (select from passkey p where p.member_id = m.id) as lacks_second_factor
    from session s join member m on m.id = s.member_id join company c on c.id = m.company_id
    where s.secret_hash = any(${byteaTexts(secretHashes)}::bytea[]) and ${STANDS} and m.disabled_at is null`,
  );
  return inOrder(secretHashes, rows, (row) => ({
    ...member(row),
    sessionId: Number(row.session_id),
    lacksSecondFactor: row.lacks_second_factor,
  }));
}

/** Who signs in. `passwordHash` is null for a member who was invited and has not accepted. */
export type SignInRecord = {
  readonly id: number;
  readonly name: string;
  readonly company: CompanyId;
  readonly passwordHash: string | null;
  /** The sealed secret of the authenticator app; null without one. */
  readonly totpSealed: Uint8Array | null;
  /** The company asks for a second factor, and a passkey is the only one that the member has. */
  readonly needsPasskey: boolean;
};

export async function findMemberByEmail(email: string): Promise<SignInRecord | null> {
  type Row = { id: bigint; name: string; company_id: bigint; password_hash: string | null } & {
    totp_sealed: Buffer | null;
    needs_passkey: boolean;
  };
  const [row] = await reachable(
    () => statementsOn(pool()).$queryRaw<Row[]>`
    select m.id, m.name, m.company_id, m.password_hash, m.totp_sealed,
      c.second_factor_required and m.totp_sealed is null
        and exists (select from passkey p where p.member_id = m.id) as needs_passkey
    from member m join company c on c.id = m.company_id
    where m.disabled_at is null and lower(m.email) = lower(${email})`,
  );
  return row
    ? {
        id: Number(row.id),
        name: row.name,
        company: companyId(Number(row.company_id)),
        passwordHash: row.password_hash,
        totpSealed: row.totp_sealed,
        needsPasskey: row.needs_passkey,
      }
    : null;
}

function member({ id, name, email, role, grants }: MemberRow): MemberRecord {
  return { id: Number(id), name, email, role, grants };
}

/** By SHA-256 of the secret, or of the one before it while that is valid. Results have the order of the hashes. */
export async function findApiKeys(secretHashes: readonly Uint8Array[]): Promise<(Lookup<KeyRecord> | null)[]> {
  type Row = CompanyRow & { hash: string; id: bigint; name: string; key_id: string; role: string } & {
    grants: Record<string, unknown>;
    read_only: boolean;
    buyer_ids: unknown[];
    addresses: string[];
  };
  const texts = byteaTexts(secretHashes);
  const key = Prisma.sql`k.id, k.name, k.key_id, k.role, k.grants, k.read_only, k.buyer_ids, k.addresses, ${COMPANY}`;
  const rows = await reachable(
    () => statementsOn(pool()).$queryRaw<Row[]>`
    select encode(k.secret_hash, 'hex') as hash, ${key}
    from api_key k join company c on c.id = k.company_id
    where k.revoked_at is null and k.secret_hash = any(${texts}::bytea[])
    union all
    select encode(k.previous_secret_hash, 'hex'), ${key}
    from api_key k join company c on c.id = k.company_id
    where k.revoked_at is null and k.previous_valid_until > now() and k.previous_secret_hash = any(${texts}::bytea[])`,
  );
  return inOrder(secretHashes, rows, (row) => ({
    id: Number(row.id),
    name: row.name,
    keyId: row.key_id,
    role: row.role,
    grants: row.grants,
    readOnly: row.read_only,
    buyerIds: row.buyer_ids.map(Number),
    addresses: row.addresses,
  }));
}

/** By SHA-256 of the token. Results have the order of the hashes. */
export async function findSecureTokens(tokenHashes: readonly Uint8Array[]): Promise<(Lookup<TokenRecord> | null)[]> {
  type Row = CompanyRow & {
    hash: string;
    id: bigint;
    name: string;
    buyer_id: bigint | null;
    token_offer_side: boolean;
  };
  const rows = await reachable(
    () => statementsOn(pool()).$queryRaw<Row[]>`
    select encode(t.token_hash, 'hex') as hash, t.id, t.name, t.buyer_id, c.token_offer_side, ${COMPANY}
    from secure_token t join company c on c.id = t.company_id
    where t.revoked_at is null and t.token_hash = any(${byteaTexts(tokenHashes)}::bytea[])`,
  );
  return inOrder(tokenHashes, rows, (row) => ({
    id: Number(row.id),
    name: row.name,
    buyerId: row.buyer_id === null ? null : Number(row.buyer_id),
    offerSide: row.token_offer_side,
  }));
}

/** Each hash once, in PostgreSQL's bytea text: the requests of a batch often share a credential. */
function byteaTexts(hashes: readonly Uint8Array[]): string[] {
  return [...new Set(hashes.map((hash) => `\\x${Buffer.from(hash).toString("hex")}`))];
}

function inOrder<Row extends CompanyRow & { hash: string }, Credential>(
  hashes: readonly Uint8Array[],
  rows: readonly Row[],
  credential: (row: Row) => Credential,
): (Lookup<Credential> | null)[] {
  const byHash = new Map(rows.map((row) => [row.hash, { company: company(row), credential: credential(row) }]));
  return hashes.map((hash) => byHash.get(Buffer.from(hash).toString("hex")) ?? null);
}

/** All companies, for jobs that run for each. */
export async function listCompanies(): Promise<Company[]> {
  const rows = await reachable(() => prisma().$queryRaw<CompanyRow[]>`select ${COMPANY} from company c order by c.id`);
  return rows.map(company);
}

/** Whether anybody could sign in. */
export async function hasCompany(): Promise<boolean> {
  const rows = await reachable(() => prisma().$queryRaw<unknown[]>`select from company c limit 1`);
  return rows.length > 0;
}

export async function findCompany(id: CompanyId): Promise<Company | null> {
  const [row] = await reachable(
    () => prisma().$queryRaw<CompanyRow[]>`select ${COMPANY} from company c where c.id = ${id}::bigint`,
  );
  return row ? company(row) : null;
}

/** Endpoints by the hashes of their keys. Results have the order of the hashes. */
export async function findWebhookKeys(
  keyHashes: readonly Uint8Array[],
): Promise<(Lookup<{ readonly endpointId: number }> | null)[]> {
  type Row = CompanyRow & { hash: string; endpoint_id: bigint };
  const rows = await reachable(
    () => statementsOn(pool()).$queryRaw<Row[]>`
    select encode(k.key_hash, 'hex') as hash, k.endpoint_id, ${COMPANY}
    from webhook_key k join company c on c.id = k.company_id
    where k.revoked_at is null and k.key_hash = any(${byteaTexts(keyHashes)}::bytea[])`,
  );
  return inOrder(keyHashes, rows, (row) => ({ endpointId: Number(row.endpoint_id) }));
}

export type UsedTable = "api_key" | "secure_token" | "session";

/** Stores that a key, token or session is in use, at most once a minute on all servers together. */
export async function touchCredential(table: UsedTable, company: CompanyId, id: number): Promise<void> {
  await reachable(
    () => statementsOn(pool()).$queryRaw`
    select note_use(${table}, ${company}::bigint, ${id}::bigint) is null as noted`,
  );
}
