import type { JobHelpers, Task } from "graphile-worker";
import { z } from "zod";
import { mailResetLink, RESET_PASSWORD, ResetRequest } from "@/lib/access/request-reset";
import { sendAlertsOfAll } from "@/lib/operation/alerts";
import { systemClock } from "@/lib/platform/config/clock";
import { log } from "@/lib/platform/log/log";
import { openSealed, SEND_MAIL } from "@/lib/platform/mail/queue-mail";
import { MailNotSent, sendMail } from "@/lib/platform/mail/send-mail";
import { IssuedStatement, MAIL_STATEMENT, mailStatement } from "@/lib/statement/mail-statement";

const Payload = z.object({ sealed: z.string() });
const Queued = z.object({
  id: z.uuid(),
  mail: z.object({
    to: z.string(),
    subject: z.string(),
    paragraphs: z.array(z.string()),
    link: z.object({ label: z.string(), url: z.string() }).optional(),
  }),
  expiresAt: z.iso.datetime().optional(),
});

/** What runs where a mail server is configured. */
export const MAIL_TASKS = {
  [SEND_MAIL]: sealedJob(SEND_MAIL, Queued, async ({ id, mail, expiresAt }) => {
    if (expiresAt && Date.parse(expiresAt) <= systemClock().getTime()) return;
    await sendMail(id, mail);
  }),
  [RESET_PASSWORD]: sealedJob(RESET_PASSWORD, ResetRequest, mailResetLink),
  [MAIL_STATEMENT]: sealedJob(MAIL_STATEMENT, IssuedStatement, (statement) => mailStatement(statement, systemClock)),
  send_alerts: () => sendAlertsOfAll(systemClock),
} satisfies Record<string, Task>;

export const MAIL_CRONTAB = "*/5 * * * * send_alerts ?max=1";

/** The queue tries again later, and longer each time. A mail that cannot be sent at last is deleted, with what it holds. */
function sealedJob<Content>(name: string, contract: z.ZodType<Content>, run: (content: Content) => Promise<void>) {
  return async (payload: unknown, { job }: JobHelpers): Promise<void> => {
    try {
      await run(contract.parse(openSealed(name, Payload.parse(payload))));
    } catch (reason) {
      const isFinal = reason instanceof MailNotSent && reason.isFinal;
      if (!isFinal && job.attempts < job.max_attempts) throw reason;
      const error = reason instanceof MailNotSent ? reason.message : String(reason);
      log().error({ job: name, attempts: job.attempts, error }, "a mail was given up");
    }
  };
}
