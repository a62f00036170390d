import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/base/errors";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { AccountEntry, AccountEntryQuery } from "./contract/account";
import { signOf } from "./domain/signed-balance";
import { readEntryCursor, writeEntryCursor } from "./entry-cursor";
import { entryFilter } from "./entry-filter";
import { permitAccount } from "./permit-account";
import { presentAccountEntry, signedAmount } from "./present-account-entry";
import { readAccountEntries } from "./sql/account-entries";
import { readAccountState } from "./sql/account-state";
import { findAccount } from "./sql/find-account";

const ENTRIES_A_PAGE = 50;

export type AccountEntryPage = { readonly entries: AccountEntry[]; readonly next_cursor: string | null };

/**
 * Entries of an account, newest first, with the running balance if only the period is filtered. All pages show the
 * books as of the first page. Throws `Forbidden`, `NotFound` or `Invalid`.
 */
export async function listAccountEntries(
  ctx: Context,
  owner: AccountOwner,
  query: AccountEntryQuery,
): Promise<AccountEntryPage> {
  permitAccount(ctx.actor, owner.type);
  return readInCompany(ctx.company.id, async (tx) => {
    const account = await findAccount(tx, owner);
    if (!account) throw new NotFound();
    const filter = await entryFilter(tx, query);
    const of = { company: ctx.company.id, accountId: account.id, filter };
    const cursor = query.cursor === undefined ? null : readEntryCursor(query.cursor, of);
    const state = cursor ? null : await readAccountState(tx, account.id, filter.to);
    const sign = signOf(owner.type);
    const through = cursor?.through ?? state?.head ?? 0;
    const { entries, next } = await readAccountEntries(tx, {
      accountId: account.id,
      filter,
      through,
      after: cursor?.position ?? null,
      limit: query.per_page ?? ENTRIES_A_PAGE,
    });
    const showsBalance = filter.kind === null && filter.offerId === null && filter.callId === null;
    let balanceMinor = cursor?.balanceMinor ?? sign * (state?.debitLessCredit ?? 0n);
    const presented = entries.map((view) => {
      const entry = presentAccountEntry(ctx.company, view, sign, showsBalance ? balanceMinor : null);
      balanceMinor -= signedAmount(view, sign);
      return entry;
    });
    return {
      entries: presented,
      next_cursor: next && writeEntryCursor({ position: next, through, balanceMinor }, of),
    };
  });
}
