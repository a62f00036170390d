import type { SqlTx } from "@/lib/platform/sql/in-company";

export type StoredSettings = {
  readonly id: number;
  readonly version: number;
  readonly convertsWithBuyer: boolean;
  readonly settings: unknown;
};

/** Settings versions by id. A version never changes. */
export async function readSettings(tx: SqlTx, ids: readonly number[]): Promise<StoredSettings[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: bigint; version: number; converts_with_buyer: boolean; settings: unknown }[]>`
    select id, version, converts_with_buyer, settings from rule_set
    where company_id = ${tx.company} and id = any(${ids}::bigint[])`;
  return rows.map(({ id, version, converts_with_buyer, settings }) => ({
    id: Number(id),
    version,
    convertsWithBuyer: converts_with_buyer,
    settings,
  }));
}
