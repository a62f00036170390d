import type { SqlTx } from "@/lib/platform/sql/in-company";

/** The secrets of all endpoints of the company as they are stored. */
export async function listSealedSecrets(tx: SqlTx): Promise<Uint8Array[]> {
  const rows = await tx.$queryRaw<{ sealed: Uint8Array }[]>`
    select secret_sealed as sealed from outbound_endpoint where company_id = ${tx.company} and state <> 'deleted'`;
  return rows.map(({ sealed }) => sealed);
}
