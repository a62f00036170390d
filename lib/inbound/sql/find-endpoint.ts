import type { SqlTx } from "@/lib/platform/sql/in-company";
import { type Endpoint, type EndpointRow, endpointOf } from "./endpoint";

/** Null if the company has no such endpoint. `lock` holds it until the transaction ends. */
export async function findEndpoint(tx: SqlTx, id: number): Promise<Endpoint | null> {
  const [row] = await tx.$queryRaw<EndpointRow[]>`
    select * from webhook_endpoint where company_id = ${tx.company} and id = ${id}`;
  return row ? endpointOf(row) : null;
}

export async function lockEndpoint(tx: SqlTx, id: number): Promise<Endpoint | null> {
  const [row] = await tx.$queryRaw<EndpointRow[]>`
    select * from webhook_endpoint where company_id = ${tx.company} and id = ${id} for update`;
  return row ? endpointOf(row) : null;
}

/** The webhook of this buyer. */
export async function findEndpointOfBuyer(tx: SqlTx, buyerId: number): Promise<Endpoint | null> {
  const [row] = await tx.$queryRaw<EndpointRow[]>`
    select * from webhook_endpoint
    where company_id = ${tx.company} and provider = 'buyer' and buyer_id = ${buyerId}`;
  return row ? endpointOf(row) : null;
}

/** With the sealed secrets valid at that time, newest first. */
export type OpenEndpoint = Endpoint & { readonly sealedSecrets: readonly Uint8Array[] };

/** By id, in no particular order. */
export async function readOpenEndpoints(tx: SqlTx, ids: readonly number[], at: Date): Promise<OpenEndpoint[]> {
  const rows = await tx.$queryRaw<(EndpointRow & { sealed: string[] })[]>`
    select e.*, array(
      select encode(s.sealed, 'base64') from webhook_secret s
      where s.company_id = ${tx.company} and s.endpoint_id = e.id
        and (s.valid_until is null or s.valid_until > ${at}::timestamptz)
      order by s.number desc) as sealed
    from webhook_endpoint e
    where e.company_id = ${tx.company} and e.id = any(${ids}::bigint[])`;
  return rows.map((row) => ({
    ...endpointOf(row),
    sealedSecrets: row.sealed.map((text) => Buffer.from(text, "base64")),
  }));
}
