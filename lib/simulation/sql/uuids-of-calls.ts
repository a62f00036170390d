import type { SqlTx } from "@/lib/platform/sql/in-company";

export async function readUuids(tx: SqlTx, callIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (callIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: bigint; uuid: string }[]>`
    select id, uuid::text from call where company_id = ${tx.company} and id = any(${callIds}::bigint[])`;
  return new Map(rows.map(({ id, uuid }) => [Number(id), uuid]));
}
