import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { addDays, type Day } from "@/lib/base/day";
import { NotFound } from "@/lib/base/errors";
import { formatMoney } from "@/lib/base/money";
import { permitAccount, seesAccounts } from "@/lib/ledger/permit-account";
import { findAccount } from "@/lib/ledger/sql/find-account";
import { todayOf } from "@/lib/ledger/today-of";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import type { DueStatement } from "./contract/statement";
import type { StatementDraft } from "./domain/draft-statements";
import { firstOpenDay, lastEndedDay } from "./domain/due";
import { type AccountDrafts, draftAccounts } from "./draft-accounts";
import { frozenTax } from "./frozen-tax";
import type { Issuing } from "./issue-statements";
import { presentSum, presentTax } from "./present-statement";
import { listIssuingAccounts, offerNames } from "./sql/issuing-accounts";
import { readClosedThrough } from "./sql/statement-books";
import { sumText } from "./sum-text";

const ACCOUNTS_AT_ONCE = 200;
const LONGEST_CYCLE_DAYS = 31;

export type PreviewedStatement = DueStatement & { readonly billedMinor: bigint };

/** What `issueStatements` would issue of posted entries. Writes nothing. Throws `Forbidden` or `NotFound`. */
export async function previewStatements(ctx: Context, { owner, through }: Issuing = {}): Promise<PreviewedStatement[]> {
  permit(ctx.actor, "read", "billing");
  const today = todayOf(ctx);
  return inCompany(ctx.company.id, (tx) => previewAccounts(tx, ctx, owner, lastEndedDay(today, through), today));
}

/** The due statements of one party, and the statement of the running cycle so far. Throws `Forbidden` or `NotFound`. */
export async function previewStatement(ctx: Context, owner: AccountOwner): Promise<PreviewedStatement[]> {
  permitAccount(ctx.actor, owner.type);
  const today = todayOf(ctx);
  // Every running cycle ends by this day; later cycles are dropped.
  const through = addDays(today, LONGEST_CYCLE_DAYS);
  const previewed = await inCompany(ctx.company.id, (tx) => previewAccounts(tx, ctx, owner, through, today));
  const firstRunning = previewed.findIndex(({ ended }) => !ended);
  return firstRunning < 0 ? previewed : previewed.slice(0, firstRunning + 1);
}

async function previewAccounts(
  tx: Tx,
  ctx: Context,
  owner: AccountOwner | undefined,
  through: Day,
  today: Day,
): Promise<PreviewedStatement[]> {
  const account = owner && (await findAccount(tx, owner));
  if (account === null) throw new NotFound();
  const closedThrough = await readClosedThrough(tx);
  const previewed: PreviewedStatement[] = [];
  for (let after = 0; ; ) {
    const which = { after, atMost: ACCOUNTS_AT_ONCE, accountId: account?.id ?? null };
    const accounts = await listIssuingAccounts(tx, which);
    const drafted = await draftAccounts(tx, accounts, { closedThrough, through });
    const names = await namesOfOffers(tx, drafted);
    const shown = { today, openFrom: firstOpenDay(closedThrough), names };
    previewed.push(...drafted.flatMap((one) => present(ctx, one, shown)));
    const last = accounts.at(-1);
    if (accounts.length < ACCOUNTS_AT_ONCE || account || !last) return previewed;
    after = last.accountId;
  }
}

async function namesOfOffers(tx: Tx, drafted: readonly AccountDrafts[]): Promise<Record<string, string>> {
  const lines = drafted.flatMap(({ drafts }) => drafts.flatMap((draft) => draft.lines));
  const ids = new Set(lines.map(({ offerId }) => offerId));
  return Object.fromEntries(await offerNames(tx, [...ids]));
}

type Shown = { readonly today: Day; readonly openFrom: Day | null; readonly names: Readonly<Record<string, string>> };

function present(
  { actor, company }: Context,
  { account, drafts }: AccountDrafts,
  { today, openFrom, names }: Shown,
): PreviewedStatement[] {
  const seesAmounts = seesAccounts(actor, account.owner.type);
  const money = (minor: bigint) => formatMoney(minor, company.decimals);
  const amounts = (draft: StatementDraft) => ({
    opening: money(draft.openingMinor),
    closing: money(draft.closingMinor),
    billed: money(draft.billedMinor),
    lines: draft.lines.map((sum) => presentSum(sumText(sum), names, company.decimals)),
    taxes: draft.taxes.map((tax) => presentTax(frozenTax(tax, null), account.owner.type, company.decimals)),
  });
  return drafts.map((draft) => ({
    party: { ...account.owner, name: account.name },
    cycle_start: draft.start,
    cycle_end: draft.end,
    currency: company.currency,
    entries: draft.entryCount,
    ended: draft.end < today,
    period_open: openFrom === null || draft.end >= openFrom,
    ...(seesAmounts && amounts(draft)),
    billedMinor: draft.billedMinor,
  }));
}
