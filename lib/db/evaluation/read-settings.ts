import type { Tx } from "../in-company";

export type SettingsVersion = {
  readonly id: number;
  readonly version: number;
  readonly convertsWithBuyer: boolean;
  readonly settings: unknown;
};

/** Versions of settings by their numbers. A version never changes. */
export async function readSettings(tx: Tx, ids: readonly number[]): Promise<SettingsVersion[]> {
  if (ids.length === 0) return [];
  const rows = await tx.ruleSet.findMany({
    where: { companyId: tx.company, id: { in: [...ids] } },
    select: { id: true, version: true, convertsWithBuyer: true, settings: true },
  });
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}
