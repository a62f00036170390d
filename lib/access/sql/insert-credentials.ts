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

/** Returns the new ids in the order of the input: one statement assigns identities in row order. */

export async function insertMembers(tx: Tx, members: readonly NewMemberRow[]): Promise<number[]> {
  return inOrder(await tx.member.createManyAndReturn({ data: ofCompany(tx, members), select: { id: true } }));
}

export async function insertApiKeys(tx: Tx, keys: readonly NewKeyRow[]): Promise<number[]> {
  return inOrder(await tx.apiKey.createManyAndReturn({ data: ofCompany(tx, keys), select: { id: true } }));
}

export async function insertSecureTokens(tx: Tx, tokens: readonly NewTokenRow[]): Promise<number[]> {
  return inOrder(await tx.secureToken.createManyAndReturn({ data: ofCompany(tx, tokens), select: { id: true } }));
}

function ofCompany<Row>(tx: Tx, rows: readonly Row[]) {
  return rows.map((row) => ({ ...row, companyId: tx.company }));
}

function inOrder(inserted: readonly { id: bigint }[]): number[] {
  return inserted.map(({ id }) => Number(id)).sort((one, other) => one - other);
}
