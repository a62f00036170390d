import { prisma } from "./prisma";
import { reachable } from "./reachable";

export type RoleFlaw = "is a superuser" | "bypasses row-level security" | "owns the tables" | "may not read the tables";

/** What lets the server's role bypass row-level security or change tables; empty if nothing does. */
export async function findRoleFlaws(): Promise<RoleFlaw[]> {
  type Row = { superuser: boolean; bypasses: boolean; owns: boolean; blind: boolean };
  const [row] = await reachable(
    () => prisma().$queryRaw<Row[]>`
    select r.rolsuper as superuser, r.rolbypassrls as bypasses,
      not has_table_privilege(current_user, 'company', 'select') as blind,
      exists (select from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
        and pg_has_role(current_user, t.relowner, 'MEMBER')) as owns
    from pg_roles r where r.rolname = current_user`,
  );
  return [
    ...(row?.superuser ? (["is a superuser"] as const) : []),
    ...(row?.bypasses ? (["bypasses row-level security"] as const) : []),
    ...(row?.owns ? (["owns the tables"] as const) : []),
    ...(row?.blind ? (["may not read the tables"] as const) : []),
  ];
}
