import type { Tx } from "@/lib/platform/sql/in-company";

type Acted = { readonly actorType: string; readonly actorId: bigint | null };

/** Loads the names of the members or API keys that these rows refer to. The lookup returns null for other rows. */
export async function actorNames(tx: Tx, rows: readonly Acted[]): Promise<(row: Acted) => string | null> {
  const idsOf = (type: string) => rows.flatMap((row) => (row.actorType === type && row.actorId ? [row.actorId] : []));
  const where = (type: string) => ({ where: { companyId: tx.company, id: { in: idsOf(type) } } });
  const members = await tx.member.findMany({ ...where("member"), select: { id: true, name: true } });
  const keys = await tx.apiKey.findMany({ ...where("api_key"), select: { id: true, name: true } });
  const names = new Map<string, string>([
    ...members.map(({ id, name }) => [`member ${id}`, name] as const),
    ...keys.map(({ id, name }) => [`api_key ${id}`, name] as const),
  ]);
  return ({ actorType, actorId }) => names.get(`${actorType} ${actorId}`) ?? null;
}
