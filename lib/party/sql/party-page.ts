import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { PartyKind } from "../domain/party-kind";

export type PartyPage = {
  readonly search: string;
  readonly state: "active" | "archived" | "all";
  readonly sort: "name" | "newest";
  /** The last party of the previous page. */
  readonly after: number | null;
  readonly limit: number;
};

export const PARTY_TABLE: Readonly<Record<PartyKind, Prisma.Sql>> = {
  buyer: Prisma.sql`buyer`,
  offer: Prisma.sql`offer`,
  traffic_source: Prisma.sql`traffic_source`,
};

/** Condition, order and limit of a page of the parties `o`. Parties are never deleted, so the last one is found again. */
export function onPage(tx: SqlTx, kind: PartyKind, { search, state, sort, after, limit }: PartyPage): Prisma.Sql {
  const pattern = search.toLowerCase().replace(/[\\%_]/g, "\\$&");
  const conditions = [
    Prisma.sql`lower(o.name) like ${`%${pattern}%`}`,
    ...(state === "all" ? [] : [Prisma.sql`(o.archived_at is null) = ${state === "active"}`]),
  ];
  if (sort === "newest") {
    if (after !== null) conditions.push(Prisma.sql`o.id < ${after}::bigint`);
    return Prisma.sql`${Prisma.join(conditions, " and ")} order by o.id desc limit ${limit}`;
  }
  if (after !== null) {
    conditions.push(Prisma.sql`(lower(o.name) not like ${`${pattern}%`}, lower(o.name), o.id) > (
      select lower(last.name) not like ${`${pattern}%`}, lower(last.name), last.id from ${PARTY_TABLE[kind]} last
      where last.company_id = ${tx.company} and last.id = ${after}::bigint)`);
  }
  return Prisma.sql`${Prisma.join(conditions, " and ")}
    order by lower(o.name) not like ${`${pattern}%`}, lower(o.name), o.id limit ${limit}`;
}
