import { memberContext } from "@/lib/access/authenticate";
import type { Context } from "@/lib/access/context";
import { createMembers } from "@/lib/access/create-members";
import type { Area, Level } from "@/lib/access/domain/access";
import type { Role } from "@/lib/access/domain/roles";

export type GivenMember = {
  readonly id: number;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  /** The context of this member, with the company's clock. */
  readonly ctx: Context;
};

export async function givenMember(
  ctx: Context,
  role: Role = "owner",
  grants: Readonly<Partial<Record<Area, Level>>> = {},
): Promise<GivenMember> {
  const email = `${role}-${crypto.randomUUID()}@callmark.test`;
  const password = crypto.randomUUID();
  const [id] = await createMembers(ctx, [{ email, password, role, grants, name: `Robin the ${role}` }]);
  const context = id === undefined ? null : await memberContext(id, ctx.now);
  if (id === undefined || context === null) throw new Error("the member was not made");
  return { id, email, password, role, ctx: context };
}
