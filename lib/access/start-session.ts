import { recordAudit } from "@/lib/audit/sql/record-audit";
import type { CompanyId } from "@/lib/base/ids";
import { systemClock } from "@/lib/platform/config/clock";
import { log } from "@/lib/platform/log/log";
import { queueMails } from "@/lib/platform/mail/queue-mail";
import { sendsMail } from "@/lib/platform/mail/send-mail";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { createSecret } from "./create-secret";
import { credentialHash } from "./credential-hash";
import { signInMail } from "./sign-in-mail";
import { readCompanyName } from "./sql/company-name";
import { listMembers, lockWithPassword } from "./sql/members";
import { lockSecondFactor } from "./sql/second-factor";
import { insertSession } from "./sql/sessions";

export type Started = {
  readonly member: { readonly id: number; readonly name: string };
  /** The secret of the session; the database stores its hash. */
  readonly session: string;
};

export type Entering = {
  readonly id: number;
  readonly name: string;
  readonly company: CompanyId;
  /** As it was when they proved who they are. */
  readonly passwordHash: string | null;
};
type From = { readonly address: string | null; readonly userAgent: string };

const USER_AGENT_CHARACTERS = 300;

export type Way = { readonly by: "password" | "password and code" | "passkey"; readonly isNewDevice: boolean };

/**
 * Starts a session of a member who proved who they are; `by` says how. From a new device, the member gets a mail. Null if
 * that is no proof any more: a new password ends all sessions, also those that are about to start.
 */
export async function startSession(entering: Entering, from: From, { by, isNewDevice }: Way): Promise<Started | null> {
  const { id, name, company, passwordHash } = entering;
  const session = createSecret();
  const { address } = from;
  const isStarted = await inCompany(company, async (tx) => {
    if (!(await lockWithPassword(tx, id, passwordHash))) return false;
    if (by === "password" && (await lockSecondFactor(tx, id)).totpSealed) return false;
    const secretHash = credentialHash(session);
    const userAgent = from.userAgent.slice(0, USER_AGENT_CHARACTERS);
    const sessionId = await insertSession(tx, { memberId: id, secretHash, address, userAgent });
    const who = { actor: { type: "member", id }, now: systemClock, from: { address, requestId: null } };
    await recordAudit(tx, who, { action: "member.signed_in", id, after: { by, session_id: sessionId } });
    if (isNewDevice && sendsMail()) await queueMails(tx, await signInMails(tx, id, from));
    return true;
  });
  if (!isStarted) return null;
  log().info({ member: id, company, address, by }, "signed in");
  return { member: { id, name }, session };
}

async function signInMails(tx: Tx, memberId: number, { address }: From) {
  const companyName = await readCompanyName(tx);
  return (await listMembers(tx, memberId)).map((member) =>
    signInMail(member, { companyName, address, at: systemClock() }),
  );
}
