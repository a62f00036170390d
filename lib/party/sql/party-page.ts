import { Prisma } from "@/lib/platform/sql/generated/client";

export type PartyPage = {
  readonly search: string;
  readonly state: "active" | "archived" | "all";
  readonly sort: "name" | "newest";
  /** The last party of the previous page. */
  readonly after: number | null;
  readonly limit: number;
};

/** Where a page of the parties `o` begins: after this one, which is still there, since parties are never deleted. */
export type Last = { readonly id: number; readonly name: string };

/** Condition, order and limit of a page of the parties `o`. */
export function onPage({ search, state, sort, limit }: PartyPage, last: Last | null): Prisma.Sql {
  const pattern = search.toLowerCase().replace(/[\\%_]/g, "\\$&");
  const conditions = [
    Prisma.sql`lower(o.name) like ${`%${pattern}%`}`,
    ...(state === "all" ? [] : [Prisma.sql`(o.archived_at is null) = ${state === "active"}`]),
  ];
  if (sort === "newest") {
    if (last) conditions.push(Prisma.sql`o.id < ${last.id}::bigint`);
    return Prisma.sql`${Prisma.join(conditions, " and ")} order by o.id desc limit ${limit}`;
  }
  const begins = `${pattern}%`;
  if (last) {
    conditions.push(Prisma.sql`(lower(o.name) not like ${begins}, lower(o.name), o.id) > (
      lower(${last.name}) not like ${begins}, lower(${last.name}), ${last.id}::bigint)`);
  }
  return Prisma.sql`${Prisma.join(conditions, " and ")}
    order by lower(o.name) not like ${begins}, lower(o.name), o.id limit ${limit}`;
}
