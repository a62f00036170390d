import { recordAudit } from "@/lib/audit/sql/record-audit";
import { NotFound } from "@/lib/base/errors";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import type { Session } from "./contract/security";
import { credentialHash } from "./credential-hash";
import { deviceText } from "./domain/device-text";
import { selfOf } from "./self";
import { endSessions, findSessionBySecret, listSessions } from "./sql/sessions";

/** The sessions of the member who asks, newest first. Throws `Forbidden`. */
export async function listOwnSessions(ctx: Context): Promise<Session[]> {
  const self = selfOf(ctx);
  const rows = await inCompany(ctx.company.id, (tx) => listSessions(tx, self));
  return rows.map((row) => ({
    id: row.id,
    current: row.id === ctx.session?.id,
    device: deviceText(row.userAgent),
    address: row.address,
    created_at: row.createdAt.toISOString(),
    last_used_at: row.lastUsedAt.toISOString(),
  }));
}

/** Ends one session of the member who asks. Throws `Forbidden` or `NotFound`. */
export async function endOwnSession(ctx: Context, id: number): Promise<void> {
  const self = selfOf(ctx);
  await inCompany(ctx.company.id, async (tx) => {
    if ((await endSessions(tx, self, { only: id })) === 0) throw new NotFound();
    await recordAudit(tx, ctx, { action: "member.sessions_ended", id: self, after: { session_id: id } });
  });
}

/** Ends all other sessions of the member who asks. Returns how many. Throws `Forbidden`. */
export async function endOtherSessions(ctx: Context): Promise<number> {
  const self = selfOf(ctx);
  return inCompany(ctx.company.id, async (tx) => {
    const ended = await endSessions(tx, self, { but: ctx.session?.id ?? null });
    await recordAudit(tx, ctx, { action: "member.sessions_ended", id: self, after: { ended } });
    return ended;
  });
}

/** Signs out: ends the session with this secret, if it stands. */
export async function endSessionWith(secret: string, now: () => Date): Promise<void> {
  const session = await findSessionBySecret(credentialHash(secret));
  if (!session) return;
  const { id, memberId, company } = session;
  await inCompany(company, async (tx) => {
    const ended = await endSessions(tx, memberId, { only: id });
    const by = { actor: { type: "member", id: memberId }, now };
    if (ended > 0) await recordAudit(tx, by, { action: "member.signed_out", id: memberId, after: { session_id: id } });
  });
}
