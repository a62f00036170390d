import { z } from "zod";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { systemClock } from "@/lib/platform/config/clock";
import { queueSealed } from "@/lib/platform/mail/queue-mail";
import { inCompany } from "@/lib/platform/sql/in-company";
import { pool } from "@/lib/platform/sql/prisma";
import { reachable } from "@/lib/platform/sql/reachable";
import { statementsOn } from "@/lib/platform/sql/run-sql";
import type { Origin } from "./context";
import { newLink } from "./member-links";
import { throttledReset } from "./sign-in-throttle";
import { findMemberByEmail } from "./sql/lookup";
import { listMembers, lockMembers } from "./sql/members";

export const RESET_PASSWORD = "reset_password";
export const ResetRequest = z.object({
  email: z.string(),
  from: z.object({ address: z.string().nullable(), requestId: z.string().nullable() }),
});

/**
 * Mails a link to set a new password to a member with this address. Whether there is one is found out later, by a job,
 * so that neither the answer nor its time tells. Returns the seconds to wait after too many requests, otherwise null.
 */
export async function requestReset(email: string, network: string | null, from: Origin): Promise<number | null> {
  const account = email.trim().toLowerCase();
  const retryAfterSeconds = await throttledReset(account, network);
  if (retryAfterSeconds !== null) return retryAfterSeconds;
  const request: z.infer<typeof ResetRequest> = { email: account, from };
  await reachable(() => queueSealed(statementsOn(pool()), RESET_PASSWORD, [request]));
  return null;
}

/** The job. Nobody is mailed who is unknown, disabled, or invited and has not accepted yet. */
export async function mailResetLink({ email, from }: z.infer<typeof ResetRequest>): Promise<void> {
  const record = await findMemberByEmail(email);
  if (!record || record.passwordHash === null) return;
  await inCompany(record.company, async (tx) => {
    await lockMembers(tx);
    const [member] = await listMembers(tx, record.id);
    if (!member || member.disabledAt) return;
    await newLink(tx, member, "reset");
    const by = { actor: { type: "system", id: null }, now: systemClock, from };
    await recordAudit(tx, by, { action: "member.reset_link_created", id: member.id, after: { name: member.name } });
  });
}
