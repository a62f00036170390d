import type { SqlTx } from "@/lib/platform/sql/in-company";

/** A secret without its text. */
export type SecretState = { readonly number: number; readonly createdAt: Date; readonly validUntil: Date | null };

/** The endpoint has to be locked, because its secrets are numbered. */
export async function insertSecret(
  tx: SqlTx,
  secret: { readonly endpointId: number; readonly sealed: Uint8Array; readonly createdAt: Date },
): Promise<void> {
  await tx.$executeRaw`
    insert into webhook_secret (company_id, endpoint_id, number, sealed, created_at)
    values (${tx.company}::bigint, ${secret.endpointId}::bigint,
      (select coalesce(max(number), 0) + 1 from webhook_secret
        where company_id = ${tx.company} and endpoint_id = ${secret.endpointId}),
      decode(${Buffer.from(secret.sealed).toString("base64")}, 'base64'), ${secret.createdAt}::timestamptz)`;
}

/** Ends secrets that have no end or a later one. */
export async function endSecrets(tx: SqlTx, endpointId: number, at: Date): Promise<void> {
  await tx.$executeRaw`
    update webhook_secret set valid_until = ${at}::timestamptz
    where company_id = ${tx.company} and endpoint_id = ${endpointId}
      and (valid_until is null or valid_until > ${at}::timestamptz)`;
}

/** The secrets valid at that time, newest first. */
export async function listSecrets(tx: SqlTx, endpointId: number, at: Date): Promise<SecretState[]> {
  const rows = await tx.$queryRaw<{ number: number; created_at: Date; valid_until: Date | null }[]>`
    select number, created_at, valid_until from webhook_secret
    where company_id = ${tx.company} and endpoint_id = ${endpointId}
      and (valid_until is null or valid_until > ${at}::timestamptz)
    order by number desc`;
  return rows.map((row) => ({ number: row.number, createdAt: row.created_at, validUntil: row.valid_until }));
}

/** All secrets of the company as they are stored. */
export async function listSealed(tx: SqlTx): Promise<{ readonly endpointId: number; readonly bytes: Uint8Array }[]> {
  const rows = await tx.$queryRaw<{ endpoint_id: bigint; sealed: Uint8Array }[]>`
    select endpoint_id, sealed from webhook_secret where company_id = ${tx.company} order by endpoint_id, number`;
  return rows.map((row) => ({ endpointId: Number(row.endpoint_id), bytes: row.sealed }));
}
