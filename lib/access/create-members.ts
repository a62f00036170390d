import { recordAudits } from "@/lib/audit/sql/record-audit";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import type { Area, Level } from "./domain/access";
import type { Role } from "./domain/roles";
import { hashPassword } from "./passwords";
import { permit } from "./permit";
import { insertMembers } from "./sql/insert-credentials";

export type NewMember = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  /** Overrides of the role. */
  readonly grants?: Readonly<Partial<Record<Area, Level>>>;
};

/** Creates members who can sign in at once. Returns their ids in order. */
export async function createMembers(ctx: Context, members: readonly NewMember[]): Promise<number[]> {
  permit(ctx.actor, "update", "members");
  const rows = await Promise.all(
    members.map(async ({ password, grants = {}, ...member }) => ({
      ...member,
      grants,
      passwordHash: await hashPassword(password),
    })),
  );
  return inCompany(ctx.company.id, async (tx) => {
    const ids = await insertMembers(tx, rows);
    await recordAudits(
      tx,
      ctx,
      members.map(({ name, role, grants }, at) => ({
        action: "member.created",
        id: ids[at] ?? null,
        after: { name, role, grants },
      })),
    );
    return ids;
  });
}
