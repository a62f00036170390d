import { listCompanies } from "@/lib/access/sql/lookup";
import { localDay } from "@/lib/base/local-day";
import type { Company } from "@/lib/company/domain/company";
import { disabledAt, disabledIfFailingSince } from "@/lib/outbound/domain/failing";
import type { Clock } from "@/lib/platform/config/clock";
import { env } from "@/lib/platform/config/env";
import { log } from "@/lib/platform/log/log";
import { queueMails } from "@/lib/platform/mail/queue-mail";
import { inCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import {
  type AlertKind,
  alertReceivers,
  disabledWebhooks,
  type FailingWebhook,
  failingWebhooks,
  lastFailedProof,
  noteAlert,
  rollupLagSeconds,
  silentEndpoints,
} from "./sql/alerts";

const ROLLUP_LATE_SECONDS = 10 * 60;
const DAY_MS = 24 * 60 * 60_000;

type Alert = {
  readonly kind: AlertKind;
  /** Of an endpoint; 0 for what concerns the company as a whole. */
  readonly subjectId: number;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: { readonly label: string; readonly path: string };
};

/** Mails owners and admins what needs somebody: each thing at most once a day, on all servers together. */
export async function sendAlerts(company: Company, at: Date): Promise<void> {
  await inCompanySql(company.id, async (tx) => {
    for (const alert of await findAlerts(tx, company, at)) {
      if (await noteAlert(tx, alert.kind, alert.subjectId, at)) await queueAlert(tx, company, alert);
    }
  });
}

/** For every company. A failure is logged and does not stop the others. */
export async function sendAlertsOfAll(now: Clock): Promise<void> {
  for (const company of await listCompanies()) {
    await sendAlerts(company, now()).catch((error: unknown) => {
      log().error({ company: company.id, error: String(error) }, "alerts could not be sent");
    });
  }
}

async function queueAlert(tx: SqlTx, company: Company, { subject, paragraphs, link }: Alert): Promise<void> {
  const receivers = await alertReceivers(tx);
  await queueMails(
    tx,
    receivers.map(({ name, email }) => ({
      to: email,
      subject: `${company.name}: ${subject}`,
      paragraphs: [`Hello ${name},`, ...paragraphs],
      link: { label: link.label, url: `${env().NEXTAUTH_URL}${link.path}` },
    })),
  );
}

async function findAlerts(tx: SqlTx, { timeZone }: Company, at: Date): Promise<Alert[]> {
  const alerts: Alert[] = [];
  const lag = await rollupLagSeconds(tx, at);
  if (lag > ROLLUP_LATE_SECONDS) alerts.push(rollupLate(lag));
  const proof = await lastFailedProof(tx);
  if (proof) alerts.push(proofFailed(proof.outcome));
  for (const endpoint of await silentEndpoints(tx, at)) alerts.push(endpointSilent(endpoint));
  for (const webhook of await failingWebhooks(tx, at)) alerts.push(webhookFailing(webhook, timeZone));
  for (const webhook of await disabledWebhooks(tx, disabledWithin(at))) alerts.push(webhookDisabled(webhook, timeZone));
  return alerts;
}

function rollupLate(lagSeconds: number): Alert {
  return {
    kind: "rollup_late",
    subjectId: 0,
    subject: "the rollup is late",
    paragraphs: [
      `Changes have waited ${Math.floor(lagSeconds / 60)} minutes to be posted to the ledger. Nothing is lost: they are posted as soon as the rollup runs again.`,
      "Ask whoever runs this installation to look at the worker and its log.",
    ],
    link: { label: "See the books", path: "/billing" },
  };
}

function proofFailed(outcome: "differs" | "failed"): Alert {
  return {
    kind: "proof_failed",
    subjectId: 0,
    subject: "the books could not be proven",
    paragraphs: [
      outcome === "differs"
        ? "The last proof found a difference between the books and what they are derived from."
        : "The last proof did not run to its end.",
      "Look at what it found, and run it again.",
    ],
    link: { label: "See the proof", path: "/billing/proof" },
  };
}

function webhookFailing({ id, name, failingSince }: FailingWebhook, timeZone: string): Alert {
  const day = (time: Date) => localDay(time, timeZone);
  return {
    kind: "webhook_failing",
    subjectId: id,
    subject: `the webhook ${name} fails`,
    paragraphs: [
      `Every attempt to post to it has failed since ${day(failingSince)}. Unless one succeeds, it is disabled on ${day(disabledAt(failingSince))}.`,
      "See what its system answers, and ask whoever runs it to mend it. What waits is sent as soon as it answers.",
    ],
    link: { label: "See the webhook", path: `/settings/webhooks/${id}` },
  };
}

/** Since when a webhook failed that was disabled in the day before. */
function disabledWithin(at: Date) {
  const through = disabledIfFailingSince(at);
  return { after: new Date(through.getTime() - DAY_MS), through };
}

function webhookDisabled({ id, name, failingSince }: FailingWebhook, timeZone: string): Alert {
  return {
    kind: "webhook_disabled",
    subjectId: id,
    subject: `the webhook ${name} was disabled`,
    paragraphs: [
      `Every attempt to post to it has failed since ${localDay(failingSince, timeZone)}. Nothing is sent to it any more, and what happens meanwhile is not kept for it.`,
      "Once its system answers again, activate the webhook, and resend what is missing.",
    ],
    link: { label: "See the webhook", path: `/settings/webhooks/${id}` },
  };
}

function endpointSilent({ id, name, isOfBuyer }: { id: number; name: string; isOfBuyer: boolean }): Alert {
  const what = isOfBuyer ? `the webhook of the buyer ${name}` : `the integration ${name}`;
  return {
    kind: "endpoint_silent",
    subjectId: id,
    subject: `${what} went silent`,
    paragraphs: [
      `Nothing has arrived for 24 hours from ${what}, which had sent something on each of the 7 days before.`,
      "Check with whoever runs it that it still posts to your address.",
    ],
    link: isOfBuyer
      ? { label: "See buyers", path: "/buyers" }
      : { label: "See integrations", path: `/integrations/${id}` },
  };
}
