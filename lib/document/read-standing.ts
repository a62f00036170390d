import type { Context } from "@/lib/access/context";
import { dayNumber } from "@/lib/base/day";
import { localDay } from "@/lib/base/local-day";
import { formatMoney } from "@/lib/base/money";
import type { PartyAccount } from "@/lib/ledger/sql/find-account";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { Standing, StatementStanding } from "./contract";
import { ageOf } from "./domain/ageing";
import { readAccountSums } from "./sql/account-sums";
import { type StatementStanding as Row, readStatementStandings } from "./sql/open-statements";

/** Balance, unapplied amount, and open statements. */
export async function readStanding(tx: Tx, { company, now }: Context, account: PartyAccount): Promise<Standing> {
  const [sums] = await readAccountSums(tx, account.owner.type, { accountId: account.id, limit: 1 });
  const statements = await readStatementStandings(tx, [account.id]);
  const today = localDay(now(), company.timeZone);
  const { balanceMinor = 0n, settledMinor = 0n, allocatedMinor = 0n } = sums ?? {};
  const { unapplied, notOnStatement } = ageOf({ balanceMinor, settledMinor, allocatedMinor, statements }, today);
  const text = (minor: bigint) => formatMoney(minor, company.decimals);
  return {
    balance: text(balanceMinor),
    unapplied: text(-unapplied),
    not_on_statement: text(notOnStatement),
    open_statements: statements.map((statement) => presentStanding(statement, today, text)),
  };
}

function presentStanding(row: Row, today: string, text: (minor: bigint) => string): StatementStanding {
  return {
    number: row.number,
    cycle_start: row.cycleStart,
    cycle_end: row.cycleEnd,
    due_on: row.dueOn,
    billed: text(row.billedMinor),
    open: text(row.openMinor),
    days_overdue: Math.max(0, dayNumber(today) - dayNumber(row.dueOn)),
  };
}
