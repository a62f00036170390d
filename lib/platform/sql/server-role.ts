import { prisma } from "./prisma";

export type RoleFlaw = "is a superuser" | "bypasses row-level security" | "owns the tables";

/** What lets the server's role bypass row-level security or change tables; empty if nothing does. */
export async function findRoleFlaws(): Promise<RoleFlaw[]> {
  type Row = { superuser: boolean; bypasses: boolean; owns: boolean };
  const [row] = await prisma().$queryRaw<Row[]>`
    select r.rolsuper as superuser, r.rolbypassrls as bypasses,
      exists (select from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
        and pg_has_role(current_user, t.relowner, 'MEMBER')) as owns
    from pg_roles r where r.rolname = current_user`;
  return [
    ...(row?.superuser ? (["is a superuser"] as const) : []),
    ...(row?.bypasses ? (["bypasses row-level security"] as const) : []),
    ...(row?.owns ? (["owns the tables"] as const) : []),
  ];
}
