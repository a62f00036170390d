import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { SYSTEM_ACCESS } from "@/lib/access/domain/roles";
import { findCompany } from "@/lib/access/sql/lookup";
import { companyId } from "@/lib/base/ids";
import type { Clock } from "@/lib/platform/config/clock";
import { queueSealed } from "@/lib/platform/mail/queue-mail";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { openStatement } from "./open-statement";
import { printStatement } from "./print-statement";
import { type PrintedStatement, printedStatement } from "./printed-statement";

export const MAIL_STATEMENT = "mail_statement";
/** `mailId` marks the mail if it is sent again. */
export const IssuedStatement = z.object({ company: z.number().int(), name: z.string(), mailId: z.uuid() });
export type IssuedStatement = z.infer<typeof IssuedStatement>;

/** Queues the mails of statements in the transaction that issues them. */
export async function queueStatementMails(tx: Tx, names: readonly string[]): Promise<void> {
  const { company } = tx;
  const issued = names.map((name): IssuedStatement => ({ company, name, mailId: randomUUID() }));
  await queueSealed(tx, MAIL_STATEMENT, issued);
}

/** The job: sends an issued statement as PDF to the address that is printed on it. */
export async function mailStatement({ company: id, name, mailId }: IssuedStatement, now: Clock): Promise<void> {
  const company = await findCompany(companyId(id));
  if (!company) return;
  const actor = { type: "system", id: null, name: "Callmark", access: SYSTEM_ACCESS } as const;
  const ctx: Context = { company, now, actor };
  const statement = printedStatement(await inCompany(company.id, (tx) => openStatement(tx, ctx, name)), null);
  const to = statement.frozen.party.email;
  if (to === "") return;
  const { name: file, body } = await printStatement(ctx, name);
  const mail = { to, subject: subjectLine(statement), paragraphs: paragraphsOf(statement) };
  await sendMail(mailId, mail, [{ name: file, mediaType: "application/pdf", content: body }]);
}

function subjectLine({ number, isInvoice, frozen }: PrintedStatement): string {
  return `${isInvoice ? "Invoice" : "Payout statement"} ${number} of ${senderOf(frozen)}`;
}

function paragraphsOf(statement: PrintedStatement): string[] {
  const { number, cycleStart, cycleEnd, toPay, currency, dueOn, frozen } = statement;
  const due = toPay === null ? "Nothing is due." : `${toPay} ${currency} is due on ${dueOn}.`;
  return [
    `Attached is ${number} for ${frozen.party.legal_name || frozen.party.name}, from ${cycleStart} to ${cycleEnd}.`,
    due,
    senderOf(frozen),
  ];
}

function senderOf({ company }: PrintedStatement["frozen"]): string {
  return company.legal_name || company.name;
}
