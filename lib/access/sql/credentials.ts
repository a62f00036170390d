import type { Tx } from "@/lib/platform/sql/in-company";

export type KeyRow = {
  readonly id: number;
  readonly keyId: string;
  readonly name: string;
  readonly role: string;
  /** Exceptions from the role. */
  readonly grants: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  /** Until when the secret before the last rotation works. */
  readonly previousValidUntil: Date | null;
  readonly readOnly: boolean;
  readonly buyerIds: readonly number[];
  readonly addresses: readonly string[];
};

export type TokenRow = Pick<KeyRow, "id" | "name" | "createdAt" | "lastUsedAt" | "revokedAt"> & {
  readonly buyerId: number | null;
};

const KEY = {
  id: true,
  keyId: true,
  name: true,
  role: true,
  grants: true,
  createdAt: true,
  lastUsedAt: true,
  revokedAt: true,
  previousValidUntil: true,
  readOnly: true,
  buyerIds: true,
  addresses: true,
} as const;
const TOKEN = { id: true, name: true, createdAt: true, lastUsedAt: true, revokedAt: true, buyerId: true } as const;

/** Newest first, revoked ones included. */
export async function listKeys(tx: Tx): Promise<KeyRow[]> {
  const rows = await tx.apiKey.findMany({ where: { companyId: tx.company }, select: KEY, orderBy: { id: "desc" } });
  return rows.map(keyRow);
}

/** Newest first, revoked ones included. */
export async function listTokens(tx: Tx): Promise<TokenRow[]> {
  const rows = await tx.secureToken.findMany({
    where: { companyId: tx.company },
    select: TOKEN,
    orderBy: { id: "desc" },
  });
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    buyerId: row.buyerId === null ? null : Number(row.buyerId),
  }));
}

/** Locks the key until the transaction ends. Null if the company has no such key. */
export async function lockKey(tx: Tx, id: number): Promise<KeyRow | null> {
  await tx.$queryRaw`select id from api_key where company_id = ${tx.company} and id = ${id}::bigint for update`;
  const row = await tx.apiKey.findFirst({ where: { companyId: tx.company, id }, select: KEY });
  return row && keyRow(row);
}

type StoredKey = Omit<KeyRow, "id" | "grants" | "buyerIds"> & {
  readonly id: bigint;
  readonly grants: unknown;
  readonly buyerIds: readonly bigint[];
};

function keyRow(row: StoredKey): KeyRow {
  return {
    ...row,
    id: Number(row.id),
    grants: row.grants as KeyRow["grants"],
    buyerIds: row.buyerIds.map(Number),
  };
}

/** The secret before works for another while, or ends at once. */
export async function replaceKeySecret(
  tx: Tx,
  id: number,
  { secretHash, overlapHours }: { readonly secretHash: Uint8Array; readonly overlapHours: number },
): Promise<void> {
  await tx.$executeRaw`
    update api_key set secret_hash = ${Buffer.from(secretHash)},
      previous_secret_hash = case when ${overlapHours}::integer > 0 then secret_hash end,
      previous_valid_until = case when ${overlapHours}::integer > 0
        then now() + ${overlapHours}::integer * interval '1 hour' end
    where company_id = ${tx.company} and id = ${id}::bigint`;
}

/** The time of the first revocation; null if the company has no such key. */
export async function revokeKey(tx: Tx, id: number, at: Date): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ revoked_at: Date }[]>`
    update api_key set revoked_at = coalesce(revoked_at, ${at}::timestamptz)
    where company_id = ${tx.company} and id = ${id}::bigint returning revoked_at`;
  return row?.revoked_at ?? null;
}

/** The time of the first revocation; null if the company has no such token. */
export async function revokeToken(tx: Tx, id: number, at: Date): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ revoked_at: Date }[]>`
    update secure_token set revoked_at = coalesce(revoked_at, ${at}::timestamptz)
    where company_id = ${tx.company} and id = ${id}::bigint returning revoked_at`;
  return row?.revoked_at ?? null;
}
