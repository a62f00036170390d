import type { Context } from "@/lib/access/context";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Conflict, Invalid, NotFound } from "@/lib/base/errors";
import { formatMoney } from "@/lib/base/money";
import { findAccount, type PartyAccount } from "@/lib/ledger/sql/find-account";
import { lockLedgerHead } from "@/lib/ledger/sql/ledger-head";
import { type NewDocument as NewRow, nextDocumentNumber, postDocuments } from "@/lib/ledger/sql/post-documents";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import type { Document, NewDocument } from "./contract";
import { accountsOf, isSettling } from "./domain/document-kind";
import { mostToSettle } from "./domain/most-to-settle";
import { type Part, splitSettlement } from "./domain/split-settlement";
import { permitDocument } from "./permit-document";
import { presentDocument } from "./present-document";
import { type Draft, readDraft } from "./read-draft";
import { checkParts } from "./read-parts";
import { findReplay, requestMark } from "./replay-request";
import { SameDocument } from "./same-document";
import { balanceOfAccount } from "./sql/account-balance";
import { appendAllocations } from "./sql/allocations";
import { companyAccount, hasOpeningBalance } from "./sql/company-accounts";
import { findSameDocument } from "./sql/find-same-document";
import { readStatementStandings } from "./sql/open-statements";
import { paidOfAccount } from "./sql/paid-of-account";
import { unappliedOf } from "./unapplied-of";

export type Recorded = { readonly document: Document; readonly isNew: boolean };

/**
 * Records and posts a payment, refund, adjustment, write-off or opening balance. Payments, refunds and write-offs
 * settle open statements, as requested or earliest due date first. Throws `Forbidden`, `NotFound`, `Invalid` or
 * `Conflict`; `SameDocument` if it exists already, unless the request states that this is another one.
 */
export async function recordDocument(ctx: Context, owner: AccountOwner, input: NewDocument): Promise<Recorded> {
  permitDocument(ctx.actor, input.kind, owner.type);
  const draft = readDraft(ctx, owner.type, input);
  const { request_id, allow_duplicate, ...asked } = input;
  const mark = requestMark(request_id, [owner.type, owner.id, asked]);
  return inCompany(ctx.company.id, async (tx) => {
    const head = await lockLedgerHead(tx);
    const account = await findAccount(tx, owner);
    if (!account) throw new NotFound();
    const before = await findReplay(tx, mark);
    if (before !== null) return { document: await presentDocument(tx, ctx.company, before), isNew: false };
    await refuseWhatDoesNotFit(tx, ctx, account, draft);
    const parts = await partsOf(tx, ctx, account, draft);
    const row: Omit<NewRow, "number"> = {
      ...(await accountsFor(tx, account, draft)),
      revision: 1,
      kind: draft.kind,
      dated: draft.dated,
      partyAccountId: account.id,
      amountMinor: draft.amountMinor,
      statementNumber: null,
      reference: draft.reference,
      reason: draft.reason,
      ...mark,
    };
    const same = allow_duplicate ? null : await findSameDocument(tx, row);
    if (same !== null) throw new SameDocument(await presentDocument(tx, ctx.company, same));
    const number = await nextDocumentNumber(tx);
    const at = ctx.now();
    await postDocuments(tx, head, ctx.actor, [{ ...row, number }], { startedAt: at });
    await appendAllocations(tx, ctx.actor, { number, version: 0, at }, parts);
    const { kind, amount, dated } = input;
    await recordAudit(tx, ctx, { action: "document.recorded", id: number, after: { kind, amount, dated, of: owner } });
    return { document: await presentDocument(tx, ctx.company, number), isNew: true };
  });
}

/** An account has one opening balance, corrected by reversing it. Only an amount that is owed can be written off. */
async function refuseWhatDoesNotFit(tx: Tx, ctx: Context, account: PartyAccount, draft: Draft): Promise<void> {
  if (draft.kind === "opening_balance" && (await hasOpeningBalance(tx, account.id))) {
    throw new Conflict(
      "This account already has an opening balance. Nothing was saved. Reverse it first or record an adjustment.",
    );
  }
  if (draft.kind === "write_off") {
    const balance = await balanceOfAccount(tx, account);
    const owed = account.owner.type === "buyer" ? balance : -balance;
    refuseAbove(ctx, draft, owed, (most) => `Only ${most} is owed. Write off up to that amount.`);
  }
  if (draft.kind === "refund") await refuseRefundAbove(tx, ctx, account, draft);
}

/** A refund is limited to the amount that was paid, or is in the party's favor, and is not allocated to a statement. */
async function refuseRefundAbove(tx: Tx, ctx: Context, account: PartyAccount, draft: Draft): Promise<void> {
  const inFavour = -(await balanceOfAccount(tx, account));
  const paid = await paidOfAccount(tx, account);
  const standings = await readStatementStandings(tx, [account.id]);
  const free = standings.reduce(
    (sum, { openMinor }) => (openMinor < 0n ? sum - openMinor : sum),
    await unappliedOf(tx, { accountId: account.id, type: account.owner.type }),
  );
  refuseAbove(ctx, draft, larger(inFavour, paid), (most) => `Only ${most} can be refunded. Enter that amount or less.`);
  refuseAbove(
    ctx,
    draft,
    larger(inFavour, free),
    (most) => `Only ${most} is unapplied. Refund up to that amount, or remove payments from their statements first.`,
  );
}

function refuseAbove({ company }: Context, { amountMinor }: Draft, mostMinor: bigint, say: (most: string) => string) {
  if (amountMinor <= mostMinor) return;
  throw new Invalid({ amount: say(formatMoney(larger(mostMinor, 0n), company.decimals)) });
}

const larger = (one: bigint, other: bigint) => (one > other ? one : other);

async function partsOf(tx: Tx, ctx: Context, account: PartyAccount, draft: Draft): Promise<readonly Part[]> {
  if (!isSettling(draft.kind)) return [];
  const open = await readStatementStandings(tx, [account.id]);
  const { amountMinor } = draft;
  const lowers = draft.direction === "decrease";
  const before = await unappliedOf(tx, { accountId: account.id, type: account.owner.type });
  const mostMinor = mostToSettle({ amountMinor, lowers, usedMinor: 0n, unappliedMinor: before + amountMinor });
  if (draft.parts === null) return splitSettlement(mostMinor, lowers, open);
  const { decimals } = ctx.company;
  checkParts({ amountMinor, lowers, mostMinor }, draft.parts, open, { allocations: draft.allocations, decimals });
  return draft.parts;
}

async function accountsFor(tx: Tx, account: PartyAccount, { kind, direction, against }: Draft) {
  const { debit, credit } = accountsOf(kind, account.owner.type, direction, against);
  const idOf = async (name: typeof debit) => (name === "party" ? account.id : companyAccount(tx, name));
  return { debitAccountId: await idOf(debit), creditAccountId: await idOf(credit) };
}

type WithoutKind = Omit<NewDocument, "kind">;

export const recordPayment = (ctx: Context, owner: AccountOwner, input: WithoutKind): Promise<Recorded> =>
  recordDocument(ctx, owner, { ...input, kind: "payment" });
export const recordRefund = (ctx: Context, owner: AccountOwner, input: WithoutKind): Promise<Recorded> =>
  recordDocument(ctx, owner, { ...input, kind: "refund" });
export const recordAdjustment = (ctx: Context, owner: AccountOwner, input: WithoutKind): Promise<Recorded> =>
  recordDocument(ctx, owner, { ...input, kind: "adjustment" });
export const recordWriteOff = (ctx: Context, owner: AccountOwner, input: WithoutKind): Promise<Recorded> =>
  recordDocument(ctx, owner, { ...input, kind: "write_off" });
export const recordOpeningBalance = (ctx: Context, owner: AccountOwner, input: WithoutKind): Promise<Recorded> =>
  recordDocument(ctx, owner, { ...input, kind: "opening_balance" });
