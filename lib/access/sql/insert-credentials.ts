import type { Tx } from "@/lib/platform/sql/in-company";

type Grants = Readonly<Record<string, string>>;
export type NewMemberRow = { email: string; name: string; role: string; grants: Grants; passwordHash: string | null };
export type NewKeyRow = {
  keyId: string;
  secretHash: Uint8Array<ArrayBuffer>;
  name: string;
  role: string;
  grants: Grants;
  readOnly: boolean;
  buyerIds: number[];
  addresses: string[];
};
export type NewTokenRow = { tokenHash: Uint8Array<ArrayBuffer>; name: string; buyerId: number | null };

/** Returns the new ids in the order of the input. */

export function insertMembers(tx: Tx, members: readonly NewMemberRow[]): Promise<number[]> {
  return insert(
    tx,
    "member",
    members.map(({ passwordHash, ...row }) => ({ ...row, password_hash: passwordHash })),
  );
}

export function insertApiKeys(tx: Tx, keys: readonly NewKeyRow[]): Promise<number[]> {
  return insert(
    tx,
    "api_key",
    keys.map(({ keyId, secretHash, readOnly, buyerIds, ...row }) => ({
      ...row,
      key_id: keyId,
      secret_hash: byteaText(secretHash),
      read_only: readOnly,
      buyer_ids: buyerIds,
    })),
  );
}

export function insertSecureTokens(tx: Tx, tokens: readonly NewTokenRow[]): Promise<number[]> {
  return insert(
    tx,
    "secure_token",
    tokens.map(({ tokenHash, buyerId, ...row }) => ({ ...row, token_hash: byteaText(tokenHash), buyer_id: buyerId })),
  );
}

/** The server's role inserts credentials by this function only, which adds the company of the transaction. */
async function insert(
  tx: Tx,
  table: "member" | "api_key" | "secure_token",
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<number[]> {
  const inserted = await tx.$queryRaw<{ id: bigint }[]>`
    select id from insert_credentials(${table}, ${JSON.stringify(rows)}::jsonb) as id`;
  return inserted.map(({ id }) => Number(id));
}

function byteaText(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString("hex")}`;
}
