import type { Day } from "@/lib/base/day";
import type { BillingProfile } from "@/lib/billing-profile/contract";
import { profilesOf } from "@/lib/billing-profile/profile-in-force";
import type { Tx } from "@/lib/platform/sql/in-company";
import { CumulativeSums } from "./contract/statement-record";
import { draftStatements, NOTHING_YET, type Standing, type StatementDraft } from "./domain/draft-statements";
import { firstOpenDay, uncoveredCycles } from "./domain/due";
import { millionthsOf, type TaxRate } from "./domain/tax-rate";
import { readCycleSums } from "./sql/cycle-sums";
import type { IssuingAccount } from "./sql/issuing-accounts";
import { findStatements, type StatementRow } from "./sql/statement-row";
import { sumOfText } from "./sum-text";
import { type Before, takenBackOf } from "./taken-back";

export type AccountDrafts = {
  readonly account: IssuingAccount;
  readonly profile: BillingProfile;
  readonly last: StatementRow | null;
  readonly drafts: readonly StatementDraft[];
};

/**
 * Drafts statements for uncovered cycles that end by a day, from balances. Reads entries only to find offsets of
 * statements with other taxes. Writes nothing.
 */
export async function draftAccounts(
  tx: Tx,
  accounts: readonly IssuingAccount[],
  { closedThrough, through }: { readonly closedThrough: Day | null; readonly through: Day },
): Promise<AccountDrafts[]> {
  const profileOf = await profilesOf(
    tx,
    accounts.map(({ accountId }) => accountId),
  );
  const lastOf = await findStatements(
    tx,
    accounts.flatMap(({ lastNumber }) => lastNumber ?? []),
  );
  const drafted: AccountDrafts[] = [];
  for (const account of accounts) {
    const profile = profileOf(account.accountId);
    const last = account.lastNumber === null ? null : (lastOf.get(account.lastNumber) ?? null);
    const lastEnd = last?.cycleEnd ?? null;
    const cycles = uncoveredCycles({ lastEnd, firstDay: account.firstDay, cycle: profile.cycle }, through);
    const before = last && { last, sums: CumulativeSums.parse(last.cumulative) };
    const openFrom = firstOpenDay(closedThrough);
    const of = { accountId: account.accountId, type: account.owner.type, from: before?.sums.open_from ?? null };
    const sums = await readCycleSums(tx, { ...of, lastEnd, openFrom }, cycles);
    const rates = ratesOf(profile);
    const takenBack = before ? await takenBackOf(tx, before, sums, rates) : [];
    const standing = before ? standingOf(before) : NOTHING_YET;
    drafted.push({ account, profile, last, drafts: draftStatements(standing, sums, rates, takenBack) });
  }
  return drafted;
}

function standingOf({ last, sums }: Before): Standing {
  return { closingMinor: last.closingMinor, total: sums.total.map(sumOfText), open: sums.open.map(sumOfText) };
}

function ratesOf({ tax_lines }: BillingProfile): TaxRate[] {
  return tax_lines.map(({ name, percent }) => ({ name, millionths: millionthsOf(percent) }));
}
