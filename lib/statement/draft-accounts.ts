import type { Day } from "@/lib/base/day";
import type { BillingProfile } from "@/lib/billing-profile/contract";
import { profilesOf } from "@/lib/billing-profile/profile-in-force";
import type { Tx } from "@/lib/platform/sql/in-company";
import { CumulativeSums } from "./contract/statement-record";
import { draftStatements, NOTHING_YET, type Standing, type StatementDraft } from "./domain/draft-statements";
import { firstOpenDay, uncoveredCycles } from "./domain/due";
import { millionthsOf, type TaxRate } from "./domain/tax-rate";
import { readCycleSums, type SummedAccount } from "./sql/cycle-sums";
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
  const issuing = accounts.map((account) => {
    const profile = profileOf(account.accountId);
    const last = account.lastNumber === null ? null : (lastOf.get(account.lastNumber) ?? null);
    const before = last && { last, sums: CumulativeSums.parse(last.cumulative) };
    return { account, profile, last, before, summed: summedOf(account, profile, before, through) };
  });
  const sumsOf = await readCycleSums(
    tx,
    issuing.map(({ summed }) => summed),
    firstOpenDay(closedThrough),
  );
  const drafted: AccountDrafts[] = [];
  for (const { account, profile, last, before, summed } of issuing) {
    const sums = sumsOf(summed);
    const rates = ratesOf(profile);
    const takenBack = before ? await takenBackOf(tx, before, sums, rates) : [];
    const standing = before ? standingOf(before) : NOTHING_YET;
    drafted.push({ account, profile, last, drafts: draftStatements(standing, sums, rates, takenBack) });
  }
  return drafted;
}

function summedOf(
  { accountId, owner, firstDay }: IssuingAccount,
  { cycle }: BillingProfile,
  before: Before | null,
  through: Day,
): SummedAccount {
  const lastEnd = before?.last.cycleEnd ?? null;
  const cycles = uncoveredCycles({ lastEnd, firstDay, cycle }, through);
  return { accountId, type: owner.type, from: before?.sums.open_from ?? null, lastEnd, cycles };
}

function standingOf({ last, sums }: Before): Standing {
  return { closingMinor: last.closingMinor, total: sums.total.map(sumOfText), open: sums.open.map(sumOfText) };
}

function ratesOf({ tax_lines }: BillingProfile): TaxRate[] {
  return tax_lines.map(({ name, percent }) => ({ name, millionths: millionthsOf(percent) }));
}
