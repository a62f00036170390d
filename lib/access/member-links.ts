import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid, NotFound } from "@/lib/base/errors";
import { systemClock } from "@/lib/platform/config/clock";
import { env } from "@/lib/platform/config/env";
import { queueMails } from "@/lib/platform/mail/queue-mail";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { passwordProblem } from "./check-password";
import type { Origin } from "./context";
import { createSecret } from "./create-secret";
import { credentialHash } from "./credential-hash";
import { linkMail } from "./link-mail";
import { hashPassword } from "./passwords";
import { readCompanyName } from "./sql/company-name";
import { findLink, insertLink, type LinkKind, type OpenLink, useLink } from "./sql/member-links";
import { lockMembers, savePassword } from "./sql/members";
import { endSessions } from "./sql/sessions";

export type MemberLink = { readonly link: string; readonly expires_at: string; readonly mailed: boolean };

type Receiver = { readonly id: number; readonly name: string; readonly email: string };

/** A new link in place of earlier ones, mailed where a mail server is configured. The members of the company are locked. */
export async function newLink(tx: Tx, member: Receiver, kind: LinkKind): Promise<MemberLink> {
  const key = createSecret();
  const expiresAt = await insertLink(tx, member.id, kind, credentialHash(key));
  const link = `${env().NEXTAUTH_URL}/join/${key}`;
  const mail = linkMail(member, kind, { link, companyName: await readCompanyName(tx), expiresAt });
  return { link, expires_at: expiresAt.toISOString(), mailed: await queueMails(tx, [mail], { expiresAt }) };
}

const LINK_KEY = /^[A-Za-z0-9]{40}$/;

/** What a link is for. Throws `NotFound` if it is unknown, used, expired or revoked. */
export async function openMemberLink(key: string): Promise<OpenLink> {
  const link = LINK_KEY.test(key) ? await findLink(credentialHash(key)) : null;
  if (!link) throw new NotFound("This link doesn’t work any more. Ask for a new one.");
  return link;
}

/**
 * Sets the password that the member chose, once, and ends all their sessions. Throws `Invalid`, or `NotFound` if the link
 * was used or ended meanwhile.
 */
export async function acceptMemberLink(
  link: OpenLink,
  password: string,
  from?: Origin,
): Promise<{ readonly email: string }> {
  const problem = await passwordProblem(password, [link.memberName, link.email, link.companyName]);
  if (problem) throw new Invalid({ password: problem });
  const passwordHash = await hashPassword(password);
  await inCompany(link.company, async (tx) => {
    await lockMembers(tx);
    if (!(await useLink(tx, link.id))) throw new NotFound("This link doesn’t work any more. Ask for a new one.");
    await savePassword(tx, link.memberId, passwordHash);
    await endSessions(tx, link.memberId);
    const by = { actor: { type: "member", id: link.memberId }, now: systemClock, from };
    const action = link.kind === "invitation" ? "invitation.accepted" : "member.password_reset";
    await recordAudit(tx, by, { action, id: link.memberId });
  });
  return { email: link.email };
}
