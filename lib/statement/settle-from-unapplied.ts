import type { Context } from "@/lib/access/context";
import { mostToSettle } from "@/lib/document/domain/most-to-settle";
import { type OpenStatement, type Part, splitSettlement } from "@/lib/document/domain/split-settlement";
import { appendAllocations } from "@/lib/document/sql/allocations";
import { readStatementStandings } from "@/lib/document/sql/open-statements";
import { listUnappliedDocuments, type UnappliedDocument } from "@/lib/document/sql/unapplied-documents";
import { unappliedOf } from "@/lib/document/unapplied-of";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { IssuingAccount } from "./sql/issuing-accounts";

type Account = Pick<IssuingAccount, "accountId" | "owner">;

/**
 * Allocates unallocated payments and write-offs of these accounts to open statements, oldest payment and earliest due
 * date first. The ledger head must be locked.
 */
export async function settleFromUnapplied(tx: Tx, ctx: Context, accounts: readonly Account[]): Promise<void> {
  const unapplied = await listUnappliedDocuments(
    tx,
    accounts.map(({ accountId }) => accountId),
  );
  const having = accounts.filter(({ accountId }) => unapplied.some((document) => document.accountId === accountId));
  for (const account of having) {
    const own = unapplied.filter(({ accountId }) => accountId === account.accountId);
    await settleAccount(tx, ctx, account, own);
  }
}

async function settleAccount(tx: Tx, ctx: Context, account: Account, unapplied: readonly UnappliedDocument[]) {
  const { accountId, owner } = account;
  let unappliedMinor = await unappliedOf(tx, { accountId, type: owner.type });
  let open: readonly OpenStatement[] = await readStatementStandings(tx, [accountId]);
  for (const { number, version, unappliedMinor: amountMinor } of unapplied) {
    const most = mostToSettle({ amountMinor, lowers: true, usedMinor: 0n, unappliedMinor });
    const parts = splitSettlement(most, true, open);
    await appendAllocations(tx, ctx.actor, { number, version, at: ctx.now() }, parts);
    open = without(open, parts);
    unappliedMinor -= parts.reduce((sum, part) => sum + part.amountMinor, 0n);
  }
}

function without(open: readonly OpenStatement[], parts: readonly Part[]): OpenStatement[] {
  const settledMinor = new Map(parts.map(({ statement, amountMinor }) => [statement, amountMinor]));
  return open.map((statement) => ({
    ...statement,
    openMinor: statement.openMinor - (settledMinor.get(statement.number) ?? 0n),
  }));
}
