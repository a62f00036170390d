import type { SqlTx } from "@/lib/platform/sql/in-company";

export type Neighbours = { readonly newer: number | null; readonly older: number | null };

/** The calls before and after this one in the list; null where there is none. */
export async function findNeighbours(tx: SqlTx, id: number): Promise<Neighbours> {
  const [row] = await tx.$queryRaw<{ newer: bigint | null; older: bigint | null }[]>`
    select
      (select n.id from call n where n.company_id = ${tx.company} and (n.started_at, n.id) > (c.started_at, c.id)
        order by n.started_at, n.id limit 1) as newer,
      (select o.id from call o where o.company_id = ${tx.company} and (o.started_at, o.id) < (c.started_at, c.id)
        order by o.started_at desc, o.id desc limit 1) as older
    from call c
    where c.company_id = ${tx.company} and c.id = ${id}`;
  return { newer: number(row?.newer), older: number(row?.older) };
}

function number(id: bigint | null | undefined): number | null {
  return id === null || id === undefined ? null : Number(id);
}
