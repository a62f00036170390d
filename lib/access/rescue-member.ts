import { recordAudit } from "@/lib/audit/sql/record-audit";
import { NotFound } from "@/lib/base/errors";
import { systemClock } from "@/lib/platform/config/clock";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import { AUTOMATIC } from "./domain/system-actor";
import type { MemberLink } from "./member-links";
import { changeMember, createMemberLink } from "./members";
import { forgive } from "./sign-in-throttle";
import { findMemberByEmail, findMembers } from "./sql/lookup";
import { deletePasskeys } from "./sql/passkeys";
import { lockSecondFactor, saveRecoveryCodes, saveTotp } from "./sql/second-factor";
import { endSessions } from "./sql/sessions";

/** What whoever operates the installation can do for a member who is locked out. No route calls these. */
export type Rescued = { readonly ctx: Context; readonly id: number; readonly name: string };

/** The member who signs in with this address. Throws `NotFound`. */
export async function findRescued(email: string): Promise<Rescued> {
  const record = await findMemberByEmail(email.trim());
  const [lookup] = record ? await findMembers([record.id]) : [];
  if (!record || !lookup) throw new NotFound("No enabled member signs in with this address.");
  return { ctx: { company: lookup.company, actor: AUTOMATIC, now: systemClock }, id: record.id, name: record.name };
}

/** A link to set a new password. Throws `Conflict` for who is disabled. */
export function resetPassword({ ctx, id }: Rescued): Promise<MemberLink> {
  return createMemberLink(ctx, id);
}

/** Forgets the failed attempts to sign in to the account. Those of networks and devices end by themselves. */
export async function unlock({ ctx, id, email }: Rescued & { readonly email: string }): Promise<void> {
  await forgive({ account: email.trim().toLowerCase(), network: null });
  await inCompany(ctx.company.id, (tx) => recordAudit(tx, ctx, { action: "member.unlocked", id }));
}

/** An owner without exceptions. */
export async function makeOwner({ ctx, id }: Rescued): Promise<void> {
  await changeMember(ctx, id, { role: "owner", permissions: {} });
}

/** Removes authenticator app, passkeys and recovery codes, and ends the sessions: a lost phone may be in strange hands. */
export async function removeSecondFactor({ ctx, id }: Rescued): Promise<void> {
  await inCompany(ctx.company.id, async (tx) => {
    const { totpSealed } = await lockSecondFactor(tx, id);
    await saveTotp(tx, id, null);
    await saveRecoveryCodes(tx, id, []);
    const passkeys = await deletePasskeys(tx, id);
    await endSessions(tx, id);
    const after = { authenticator: totpSealed !== null, passkeys };
    await recordAudit(tx, ctx, { action: "member.second_factor_removed", id, after });
  });
}
