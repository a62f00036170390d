import { randomUUID } from "node:crypto";
import { seal, unseal } from "@/lib/platform/config/seal";
import { addJobs, type JobsTx } from "@/lib/platform/sql/add-jobs";
import type { Mail } from "./mail";
import { sendsMail } from "./send-mail";

/** The job that sends a mail. */
export const SEND_MAIL = "send_mail";

/** A waiting job: sealed, since it may hold a link that lets somebody in, and deleted once it is done. */
export type SealedJob = { readonly sealed: string };

/** About two days: the queue waits longer each time, at last six hours. */
const ATTEMPTS = 16;

/** A mail that waits. `expiresAt` is when its link stops working: from then on it is of no use. */
type QueuedMail = { readonly id: string; readonly mail: Mail; readonly expiresAt?: string | undefined };

/**
 * Queues mails in the transaction of what they tell: they are sent when it is saved, and only then. Returns whether they
 * will be sent: false where no mail server is configured.
 */
export async function queueMails(
  tx: JobsTx,
  mails: readonly Mail[],
  { expiresAt }: { readonly expiresAt?: Date } = {},
): Promise<boolean> {
  const queued = mails.map((mail): QueuedMail => ({ id: randomUUID(), mail, expiresAt: expiresAt?.toISOString() }));
  return queueSealed(tx, SEND_MAIL, queued);
}

/** The same for other jobs that end in a mail. */
export async function queueSealed(tx: JobsTx, job: string, contents: readonly object[]): Promise<boolean> {
  if (!sendsMail()) return false;
  if (contents.length === 0) return true;
  const payloads = contents.map((content) => {
    const sealed = seal({ purpose: "queued mail", owner: job }, JSON.stringify(content));
    return { sealed: Buffer.from(sealed).toString("base64") } satisfies SealedJob;
  });
  await addJobs(tx, job, payloads, ATTEMPTS);
  return true;
}

/** What `queueSealed` was given. */
export function openSealed(job: string, { sealed }: SealedJob): unknown {
  return JSON.parse(unseal({ purpose: "queued mail", owner: job }, Buffer.from(sealed, "base64")));
}
