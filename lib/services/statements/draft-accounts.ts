import type { BillingProfile } from "@/lib/contracts/billing-profile";
import { CumulativeSums } from "@/lib/contracts/statement-record";
import type { Tx } from "@/lib/db/in-company";
import { readCycleSums } from "@/lib/db/statements/cycle-sums";
import type { IssuingAccount } from "@/lib/db/statements/issuing-accounts";
import { findStatements, type StatementRow } from "@/lib/db/statements/statement-row";
import { parseMoney } from "@/lib/domain/ledger/money";
import type { Day } from "@/lib/domain/statement/day";
import {
  draftStatements,
  NOTHING_YET,
  type Standing,
  type StatementDraft,
} from "@/lib/domain/statement/draft-statements";
import { firstOpenDay, uncoveredCycles } from "@/lib/domain/statement/due";
import { profilesOf } from "../billing-profiles/profile-in-force";
import { sumOfText } from "./sum-text";

export type AccountDrafts = {
  readonly account: IssuingAccount;
  readonly profile: BillingProfile;
  readonly last: StatementRow | null;
  readonly drafts: readonly StatementDraft[];
};

const PERCENT_DECIMALS = 2;

/** The statements of accounts whose cycles end by a day and that none covers, from balances alone. Nothing is written. */
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
    const known = last && CumulativeSums.parse(last.cumulative);
    const openFrom = firstOpenDay(closedThrough);
    const of = { accountId: account.accountId, type: account.owner.type, from: known?.open_from ?? null };
    const sums = await readCycleSums(tx, { ...of, lastEnd, openFrom }, cycles);
    const standing = last && known ? standingOf(last, known) : NOTHING_YET;
    drafted.push({ account, profile, last, drafts: draftStatements(standing, sums, ratesOf(profile)) });
  }
  return drafted;
}

function standingOf({ closingMinor }: StatementRow, { total, open }: CumulativeSums): Standing {
  return { closingMinor, total: total.map(sumOfText), open: open.map(sumOfText) };
}

function ratesOf({ tax_lines }: BillingProfile) {
  return tax_lines.map(({ name, percent }) => {
    return { name, basisPoints: Number(parseMoney(percent, PERCENT_DECIMALS) ?? 0n) };
  });
}
