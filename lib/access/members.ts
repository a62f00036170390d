import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Conflict, Invalid, NotFound } from "@/lib/base/errors";
import { codesOf } from "@/lib/platform/sql/codes-of";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import type { Member, MemberUpdate, NewMember } from "./contract/member";
import { AREAS, may } from "./domain/access";
import { accessOf } from "./domain/roles";
import { type MemberLink, newLink } from "./member-links";
import { permit, permitAtMost } from "./permit";
import { insertMembers } from "./sql/insert-credentials";
import { findMemberByEmail } from "./sql/lookup";
import { revokeLinks } from "./sql/member-links";
import { listMembers, lockMembers, type MemberRow, saveMember } from "./sql/members";
import { endSessions } from "./sql/sessions";

/** All members by name, invited and disabled ones included. Throws `Forbidden`. */
export async function listCompanyMembers(ctx: Context): Promise<Member[]> {
  permit(ctx.actor, "read", "members");
  return (await inCompany(ctx.company.id, (tx) => listMembers(tx))).map(presentMember);
}

/** Throws `Forbidden` or `NotFound`. */
export async function getMember(ctx: Context, id: number): Promise<Member> {
  permit(ctx.actor, "read", "members");
  return presentMember(await inCompany(ctx.company.id, (tx) => readMember(tx, id)));
}

/**
 * Adds a member who sets their own password by a link, which is shown once and works for 7 days. Who was invited before
 * and has not accepted gets a new link in place of the first. Throws `Forbidden`, also if the member could do more than
 * who invites, or `Invalid`.
 */
export async function inviteMember(
  ctx: Context,
  { email, name, role, permissions = {} }: NewMember,
): Promise<{ readonly member: Member } & MemberLink> {
  permit(ctx.actor, "update", "members");
  permitAtMost(ctx.actor, accessOf(role, permissions));
  const invited = { email: email.toLowerCase(), name, role, grants: permissions };
  const existing = await findMemberByEmail(email);
  if (existing && (existing.company !== ctx.company.id || existing.passwordHash !== null)) throw alreadyTaken();
  return inCompany(ctx.company.id, async (tx) => {
    await lockMembers(tx);
    const id = existing?.id ?? (await insertMembers(tx, [{ ...invited, passwordHash: null }]))[0];
    if (id === undefined) throw new Error("one member in, none out");
    const before = await readMember(tx, id);
    if (before.passwordHash !== null || before.disabledAt) throw alreadyTaken();
    permitAtMost(ctx.actor, accessOf(before.role, before.grants));
    await saveMember(tx, id, { ...invited, disabledAt: null });
    await recordAudit(tx, ctx, { action: "invitation.created", id, after: { name, role, permissions } });
    const member = presentMember(await readMember(tx, id));
    return { member, ...(await newLink(tx, member, "invitation")) };
  }).catch((reason: unknown) => {
    throw codesOf(reason).includes(UNIQUE_VIOLATION) ? alreadyTaken() : reason;
  });
}

const UNIQUE_VIOLATION = "23505";
const alreadyTaken = () => new Invalid({ email: "Somebody signs in with this address already." });

/**
 * Changes the named fields. A changed role or permission and disabling end the member's sessions. Throws `Forbidden`,
 * also if the member can or could do more than who changes them, `NotFound`, or `Conflict` for the last owner.
 */
export async function changeMember(ctx: Context, id: number, update: MemberUpdate): Promise<Member> {
  permit(ctx.actor, "update", "members");
  return inCompany(ctx.company.id, async (tx) => {
    await lockMembers(tx);
    const before = await readMember(tx, id);
    permitAtMost(ctx.actor, accessOf(before.role, before.grants));
    const after = {
      name: update.name ?? before.name,
      role: update.role ?? before.role,
      grants: update.permissions ?? before.grants,
      disabledAt:
        update.disabled === undefined ? before.disabledAt : update.disabled ? (before.disabledAt ?? ctx.now()) : null,
    };
    permitAtMost(ctx.actor, accessOf(after.role, after.grants));
    if (isOwner(before) && !isOwner(after) && !(await hasOtherOwner(tx, id)))
      throw new Conflict(
        "This is the last owner with all permissions. Make somebody else an owner first. Nothing was saved.",
      );
    await saveMember(tx, id, after);
    const changed = auditOf(before, after);
    if ("role" in changed.after || "permissions" in changed.after || after.disabledAt) await endSessions(tx, id);
    if (after.disabledAt) await revokeLinks(tx, id);
    if (Object.keys(changed.after).length > 0)
      await recordAudit(tx, ctx, { action: actionOf(before, after), id, ...changed });
    return presentMember(await readMember(tx, id));
  });
}

/** Ends all sessions of a member. Returns how many. Throws `Forbidden` or `NotFound`. */
export async function endMemberSessions(ctx: Context, id: number): Promise<number> {
  permit(ctx.actor, "update", "members");
  return inCompany(ctx.company.id, async (tx) => {
    const { role, grants } = await readMember(tx, id);
    permitAtMost(ctx.actor, accessOf(role, grants));
    const ended = await endSessions(tx, id);
    await recordAudit(tx, ctx, { action: "member.sessions_ended", id, after: { ended } });
    return ended;
  });
}

/**
 * A link by which the member sets a new password; for an invited one, a new invitation. Shown once. Throws `Forbidden`,
 * `NotFound` or `Conflict`.
 */
export async function createMemberLink(ctx: Context, id: number): Promise<MemberLink> {
  permit(ctx.actor, "update", "members");
  return inCompany(ctx.company.id, async (tx) => {
    await lockMembers(tx);
    const row = await readMember(tx, id);
    permitAtMost(ctx.actor, accessOf(row.role, row.grants));
    if (row.disabledAt) throw new Conflict("This member is disabled. Let them in again first.");
    const kind = row.passwordHash === null ? "invitation" : "reset";
    await recordAudit(tx, ctx, {
      action: kind === "reset" ? "member.reset_link_created" : "invitation.created",
      id,
      after: { name: row.name },
    });
    return newLink(tx, row, kind);
  });
}

async function readMember(tx: Tx, id: number): Promise<MemberRow> {
  const [row] = await listMembers(tx, id);
  if (!row) throw new NotFound();
  return row;
}

type Standing = Pick<MemberRow, "role" | "grants" | "disabledAt">;

/** Nobody can give back a permission that no owner has, so exceptions must not take one from the last. */
function isOwner({ role, grants, disabledAt }: Standing): boolean {
  const access = accessOf(role, grants);
  return role === "owner" && disabledAt === null && AREAS.every((area) => may(access, "update", area));
}

/** An owner who was invited and has not accepted cannot sign in, so does not count. */
async function hasOtherOwner(tx: Tx, but: number): Promise<boolean> {
  return (await listMembers(tx)).some((row) => row.id !== but && isOwner(row) && row.passwordHash !== null);
}

type Changed = Pick<MemberRow, "name" | "role" | "grants" | "disabledAt">;

function auditOf(one: Changed, other: Changed) {
  const shown = ({ name, role, grants, disabledAt }: Changed): Record<string, unknown> => ({
    name,
    role,
    permissions: grants,
    disabled: disabledAt !== null,
  });
  const [before, after] = [shown(one), shown(other)];
  const changed = Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const only = (all: Record<string, unknown>) => Object.fromEntries(changed.map((field) => [field, all[field]]));
  return { before: only(before), after: only(after) };
}

function actionOf(before: Changed, after: Changed) {
  if ((before.disabledAt === null) === (after.disabledAt === null)) return "member.changed" as const;
  return after.disabledAt ? ("member.disabled" as const) : ("member.enabled" as const);
}

function presentMember(row: MemberRow): Member {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    permissions: Object.fromEntries(Object.entries(row.grants).map(([area, level]) => [area, String(level)])),
    state: row.disabledAt ? "disabled" : row.passwordHash === null ? "invited" : "active",
    second_factor: row.passkeys > 0 ? "passkey" : row.hasAuthenticator ? "authenticator" : "none",
    created_at: row.createdAt.toISOString(),
    last_seen_at: row.lastSeenAt?.toISOString() ?? null,
  };
}
