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
import { listMembers } from "./sql/members";
import { insertSession } from "./sql/sessions";

export type Started = {
  readonly member: { readonly id: number; readonly name: string };
  /** The secret of the session; the database stores its hash. */
  readonly session: string;
};

type Entering = { readonly id: number; readonly name: string; readonly company: CompanyId };
type From = { readonly address: string | null; readonly userAgent: string };

const USER_AGENT_CHARACTERS = 300;

type Way = { readonly by: string; readonly isNewDevice: boolean };

/**
 * Starts a session of a member who proved who they are; `by` says how. From a new device, the member gets a mail.
 */
export async function startSession(entering: Entering, from: From, { by, isNewDevice }: Way): Promise<Started> {
  const { id, name, company } = entering;
  const session = createSecret();
  const { address } = from;
  await inCompany(company, async (tx) => {
    const secretHash = credentialHash(session);
    const userAgent = from.userAgent.slice(0, USER_AGENT_CHARACTERS);
    const sessionId = await insertSession(tx, { memberId: id, secretHash, address, userAgent });
    const who = { actor: { type: "member", id }, now: systemClock, from: { address, requestId: null } };
    await recordAudit(tx, who, { action: "member.signed_in", id, after: { by, session_id: sessionId } });
    if (isNewDevice && sendsMail()) await queueMails(tx, await signInMails(tx, id, from));
  });
  log().info({ member: id, company, address, by }, "signed in");
  return { member: { id, name }, session };
}

async function signInMails(tx: Tx, memberId: number, { address }: From) {
  const companyName = await readCompanyName(tx);
  return (await listMembers(tx, memberId)).map((member) =>
    signInMail(member, { companyName, address, at: systemClock() }),
  );
}
