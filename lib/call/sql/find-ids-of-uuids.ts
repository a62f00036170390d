import type { SqlTx } from "@/lib/platform/sql/in-company";

/** The ids of existing calls, in no particular order. */
export async function findIdsOfUuids(tx: SqlTx, uuids: readonly string[]): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    select call.id from call where call.company_id = ${tx.company} and call.uuid = any(${uuids}::uuid[])`;
  return rows.map(({ id }) => Number(id));
}
