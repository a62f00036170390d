import type { SqlTx } from "@/lib/platform/sql/in-company";

export async function insertEndpointKey(
  tx: SqlTx,
  key: { readonly endpointId: number; readonly keyHash: Uint8Array; readonly createdAt: Date },
): Promise<void> {
  await tx.$executeRaw`
    insert into webhook_key (key_hash, company_id, endpoint_id, created_at)
    values (decode(${Buffer.from(key.keyHash).toString("base64")}, 'base64'), ${tx.company}::bigint,
      ${key.endpointId}::bigint, ${key.createdAt}::timestamptz)`;
}

/** Posts to the endpoint's URLs so far are rejected from then on. */
export async function revokeEndpointKeys(tx: SqlTx, endpointId: number, at: Date): Promise<void> {
  await tx.$executeRaw`
    update webhook_key set revoked_at = ${at}::timestamptz
    where company_id = ${tx.company} and endpoint_id = ${endpointId} and revoked_at is null`;
}
