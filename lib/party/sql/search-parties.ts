import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";

type Row = { id: bigint; name: string };
type Named = { readonly id: number; readonly name: string };

export async function searchBuyers(tx: Tx, search: string, limit: number): Promise<Named[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, name from buyer where company_id = ${tx.company} and ${matching(search)} limit ${limit}`;
  return rows.map(named);
}

export async function searchTrafficSources(tx: Tx, search: string, limit: number): Promise<Named[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, name from traffic_source where company_id = ${tx.company} and ${matching(search)} limit ${limit}`;
  return rows.map(named);
}

export async function searchOffers(tx: Tx, search: string, limit: number): Promise<Named[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, name from offer where company_id = ${tx.company} and ${matching(search)} limit ${limit}`;
  return rows.map(named);
}

function matching(search: string): Prisma.Sql {
  const pattern = search.toLowerCase().replace(/[\\%_]/g, "\\$&");
  return Prisma.sql`lower(name) like ${`%${pattern}%`}
    order by lower(name) like ${`${pattern}%`} desc, lower(name), id`;
}

function named({ id, name }: Row): Named {
  return { id: Number(id), name };
}
