import type { Context } from "@/lib/access/context";
import { localDay } from "@/lib/base/local-day";
import { formatMoney } from "@/lib/base/money";
import { permitAccount } from "@/lib/ledger/permit-account";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { AgeingAnswer, AgeingTotals } from "./contract";
import { AGE_BUCKETS, type Ageing, ageOf, overdueOf } from "./domain/ageing";
import { readAccountSums } from "./sql/account-sums";
import { readStatementStandings, type StatementStanding } from "./sql/open-statements";

const BUYERS_AT_MOST = 10_000;

/** What every buyer owes, by age. Throws `Forbidden`. */
export async function getAgeing(ctx: Context): Promise<Omit<AgeingAnswer, "status">> {
  permitAccount(ctx.actor, "buyer");
  const { id, currency, decimals, timeZone } = ctx.company;
  const today = localDay(ctx.now(), timeZone);
  const aged = await readInCompany(id, async (tx) => {
    const sums = await readAccountSums(tx, "buyer", { limit: BUYERS_AT_MOST });
    const statements = await readStatementStandings(
      tx,
      sums.map(({ accountId }) => accountId),
    );
    const byAccount = new Map<number, StatementStanding[]>(sums.map(({ accountId }) => [accountId, []]));
    for (const statement of statements) byAccount.get(statement.accountId)?.push(statement);
    return sums.map((sum) => ({
      buyer: { id: sum.partyId, name: sum.name },
      ageing: ageOf({ ...sum, statements: byAccount.get(sum.accountId) ?? [] }, today),
    }));
  });
  const rows = aged.filter(({ ageing }) => hasAnything(ageing));
  const text = (minor: bigint) => formatMoney(minor, decimals);
  return {
    currency,
    as_of: today,
    buyers: rows.map(({ buyer, ageing }) => ({ buyer, ...amounts(ageing, text) })),
    totals: amounts(rows.map(({ ageing }) => ageing).reduce(plus, NOTHING), text),
  };
}

const NOTHING: Ageing = ageOf({ balanceMinor: 0n, settledMinor: 0n, allocatedMinor: 0n, statements: [] }, "1970-01-01");

function hasAnything({ balance, buckets, unapplied, notOnStatement }: Ageing): boolean {
  return [balance, unapplied, notOnStatement, ...Object.values(buckets)].some((amount) => amount !== 0n);
}

function plus(one: Ageing, other: Ageing): Ageing {
  const buckets = { ...one.buckets };
  for (const bucket of AGE_BUCKETS) buckets[bucket] += other.buckets[bucket];
  return {
    buckets,
    unapplied: one.unapplied + other.unapplied,
    notOnStatement: one.notOnStatement + other.notOnStatement,
    balance: one.balance + other.balance,
  };
}

function amounts(ageing: Ageing, text: (minor: bigint) => string): AgeingTotals {
  const { buckets, unapplied, notOnStatement, balance } = ageing;
  return {
    not_due: text(buckets.not_due),
    days_1_30: text(buckets.days_1_30),
    days_31_60: text(buckets.days_31_60),
    days_61_90: text(buckets.days_61_90),
    over_90: text(buckets.over_90),
    unapplied: text(unapplied),
    not_on_statement: text(notOnStatement),
    balance: text(balance),
    overdue: text(overdueOf(ageing)),
  };
}
