import { NotFound } from "@/lib/base/errors";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import { accessOf } from "./domain/roles";
import { permit, permitAtMost } from "./permit";
import { listMembers } from "./sql/members";

/**
 * The context of another member, to show a page as they see it; nothing may be written with it. Throws `Forbidden`, also
 * if they can do more than who looks, or `NotFound`.
 */
export async function seenBy(ctx: Context, memberId: number): Promise<Context> {
  permit(ctx.actor, "read", "members");
  const [member] = await inCompany(ctx.company.id, (tx) => listMembers(tx, memberId));
  if (!member) throw new NotFound();
  const access = accessOf(member.role, member.grants);
  permitAtMost(ctx.actor, access);
  const { company, now } = ctx;
  return { company, now, actor: { type: "member", id: member.id, name: member.name, access } };
}
