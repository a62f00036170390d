import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudits } from "@/lib/audit/sql/record-audit";
import type { Day } from "@/lib/base/day";
import { NotFound } from "@/lib/base/errors";
import { formatMoney } from "@/lib/base/money";
import { billingDetails } from "@/lib/billing-profile/company-details";
import { statementName } from "@/lib/document/domain/statement-number";
import { findAccount } from "@/lib/ledger/sql/find-account";
import { type LedgerHead, lockLedgerHead } from "@/lib/ledger/sql/ledger-head";
import { type NewDocument, nextDocumentNumber, postDocuments } from "@/lib/ledger/sql/post-documents";
import { todayOf } from "@/lib/ledger/today-of";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { billPending } from "@/lib/period/bill-pending";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { composeCumulative, composeFrozen } from "./compose-statement";
import { dueOn, firstOpenDay, lastEndedDay } from "./domain/due";
import { type AccountDrafts, draftAccounts } from "./draft-accounts";
import { queueStatementMails } from "./mail-statement";
import { type IssuedTo, recordIssued } from "./record-issued";
import { settleFromUnapplied } from "./settle-from-unapplied";
import { insertStatements, type NewStatement, nextStatementNumber } from "./sql/insert-statements";
import { listIssuingAccounts } from "./sql/issuing-accounts";
import { currentLogo } from "./sql/logo";
import { taxAccountId } from "./sql/statement-books";
import { digestOfStatements, statementDigest } from "./statement-digest";
import { taxDocuments } from "./tax-documents";

/** Limits how long one transaction holds the ledger, not how much is issued. */
const ACCOUNTS_A_TRANSACTION = 50;

const LAYOUT = 1;

export type Issuing = {
  /** Only this party. */
  readonly owner?: AccountOwner | undefined;
  /** Only cycles that end by this day. */
  readonly through?: Day | undefined;
};

/**
 * Posts pending changes and issues every statement whose cycle has ended in the company's time zone, in order, for all
 * parties or one. Unallocated payments settle them, and where mail is configured they go to the party's address. Returns their numbers; of two simultaneous calls, the second issues
 * none. Throws `Forbidden` or `NotFound`.
 */
export async function issueStatements(ctx: Context, issuing: Issuing = {}): Promise<number[]> {
  permit(ctx.actor, "update", "billing");
  const { owner } = issuing;
  if (owner && !(await inCompany(ctx.company.id, (tx) => findAccount(tx, owner)))) throw new NotFound();
  await billPending(ctx);
  const numbers: number[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const from: number = after;
    const batch: Batch = await inCompany(ctx.company.id, (tx) => issueBatch(tx, ctx, issuing, from));
    numbers.push(...batch.numbers);
    after = batch.after;
  }
  return numbers;
}

type Batch = { readonly numbers: readonly number[]; readonly after: number | null };

async function issueBatch(tx: Tx, ctx: Context, { owner, through }: Issuing, after: number): Promise<Batch> {
  const account = owner && (await findAccount(tx, owner));
  if (account === null) throw new NotFound();
  const head = await lockLedgerHead(tx);
  const today = todayOf(ctx);
  const which = { after, atMost: ACCOUNTS_A_TRANSACTION, accountId: account?.id ?? null };
  const accounts = await listIssuingAccounts(tx, which);
  const { closedThrough } = head;
  const drafted = await draftAccounts(tx, accounts, { closedThrough, through: lastEndedDay(today, through) });
  const numbers = await write(tx, ctx, head, today, drafted);
  const isLast = accounts.length < ACCOUNTS_A_TRANSACTION || account !== undefined;
  return { numbers, after: isLast ? null : (accounts.at(-1)?.accountId ?? null) };
}

async function write(
  tx: Tx,
  ctx: Context,
  head: LedgerHead,
  today: Day,
  drafted: readonly AccountDrafts[],
): Promise<number[]> {
  if (drafted.every(({ drafts }) => drafts.length === 0)) return [];
  const details = await billingDetails(tx);
  const logo = await currentLogo(tx);
  const taxAccount = await taxAccountId(tx);
  const link = head.rollupNumber + 1;
  const statements: NewStatement[] = [];
  const reported: IssuedTo[] = [];
  const documents: NewDocument[] = [];
  const toMail: string[] = [];
  let number = await nextStatementNumber(tx);
  let document = await nextDocumentNumber(tx);
  for (const { account, profile, last, drafts } of drafted) {
    let previousNumber = last?.number ?? null;
    for (const draft of drafts) {
      const taxes = taxDocuments(draft, account, taxAccount, { number, document });
      document += taxes.posted.length;
      documents.push(...taxes.posted);
      const composing = { account, profile, details, logo, issuedOn: today, taxDocuments: taxes.numbers };
      const sealed = {
        number,
        accountId: account.accountId,
        previousNumber,
        cycleStart: draft.start,
        cycleEnd: draft.end,
        throughRollup: link,
        issuedAt: ctx.now(),
        dueOn: dueOn(today, profile.net_days),
        currency: ctx.company.currency,
        openingMinor: draft.openingMinor,
        closingMinor: draft.closingMinor,
        billedMinor: draft.billedMinor,
        entryCount: draft.entryCount,
        layout: LAYOUT,
        frozen: await composeFrozen(tx, ctx.company, draft, composing),
        cumulative: composeCumulative(draft, firstOpenDay(head.closedThrough)),
        rollupNumber: link,
      };
      const actor = { actorType: ctx.actor.type, actorId: ctx.actor.id };
      const statement = { ...sealed, digest: statementDigest({ ...sealed, ...actor }) };
      statements.push(statement);
      reported.push({ owner: account.owner, statement });
      if (profile.email !== "") toMail.push(statementName(account.owner.type, number));
      previousNumber = number;
      number += 1;
    }
  }
  await insertStatements(tx, ctx.actor, statements);
  await recordIssued(tx, reported);
  await queueStatementMails(tx, toMail);
  await recordAudits(
    tx,
    ctx,
    statements.map(({ number, accountId, closingMinor }) => ({
      action: "statement.issued",
      id: number,
      after: { account_id: accountId, closing_balance: formatMoney(closingMinor, ctx.company.decimals) },
    })),
  );
  const statementsDigest = digestOfStatements(statements.map(({ digest }) => digest));
  await postDocuments(tx, head, ctx.actor, documents, { startedAt: ctx.now(), statementsDigest });
  const issued = drafted.filter(({ drafts }) => drafts.length > 0);
  await settleFromUnapplied(
    tx,
    ctx,
    issued.map(({ account }) => account),
  );
  return statements.map((statement) => statement.number);
}
