import { insertMembers } from "@/lib/db/company/insert-credentials";
import type { Area, Level } from "@/lib/domain/access/access";
import type { Role } from "@/lib/domain/access/roles";
import { inCompany } from "@/lib/platform/sql/in-company";
import { permit } from "../access/permit";
import { hashPassword } from "../access/sign-in";
import type { Context } from "../context";

export type NewMember = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  /** Exceptions from the role. */
  readonly grants?: Readonly<Partial<Record<Area, Level>>>;
};

/** Members who can sign in at once. Answers their numbers, in the order given. */
export async function createMembers(ctx: Context, members: readonly NewMember[]): Promise<number[]> {
  permit(ctx.actor, "update", "members");
  const rows = await Promise.all(
    members.map(async ({ password, grants = {}, ...member }) => ({
      ...member,
      grants,
      passwordHash: await hashPassword(password),
    })),
  );
  return inCompany(ctx.company.id, (tx) => insertMembers(tx, rows));
}
