import type { Day } from "@/lib/base/day";
import { grouped } from "@/lib/base/grouped";
import type { CycleDays } from "@/lib/billing-profile/domain/cycle";
import { signedBalance } from "@/lib/ledger/domain/signed-balance";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { CycleSums } from "../domain/draft-statements";
import { addSums, countOf, type Sum } from "../domain/sums";

export type SummedAccount = {
  readonly accountId: number;
  readonly type: OwnerType;
  /** From this day on balances may differ from the last statement; null for all days. */
  readonly from: Day | null;
  /** The end of the last statement's cycle. */
  readonly lastEnd: Day | null;
  /** Consecutive; the first includes everything booked before. */
  readonly cycles: readonly CycleDays[];
};

type Row = {
  account_id: bigint;
  place: number;
  kind: string;
  offer_id: bigint;
  open: boolean;
  late: boolean;
  entries: string;
  debit: string;
  credit: string;
};

/**
 * Balances of the cycles of many accounts, in one statement, by account. `openFrom` is the first day of the oldest open month.
 * Reads no entries.
 */
export async function readCycleSums(
  tx: Tx,
  accounts: readonly SummedAccount[],
  openFrom: Day | null,
): Promise<(account: SummedAccount) => CycleSums[]> {
  const asked = accounts.flatMap(({ accountId, from, lastEnd, cycles }) => {
    const last = cycles.at(-1);
    const starts = cycles.slice(1).map(({ start }) => start);
    return last ? [{ account_id: accountId, from_day: from, last_end: lastEnd, through: last.end, starts }] : [];
  });
  const rows = await tx.$queryRaw<Row[]>`
    select g.account_id, b.place, b.kind, b.offer_id, b.open, b.late, b.entries, b.debit, b.credit
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as g (account_id bigint, from_day date, last_end date, through date, starts date[])
    cross join lateral (
      select width_bucket(balance.booked_on, g.starts) as place, balance.kind, balance.offer_id,
        balance.booked_on >= coalesce(${openFrom}::date, '-infinity') as open,
        balance.booked_on <= coalesce(g.last_end, '-infinity') as late, sum(balance.entry_count)::text as entries,
        sum(balance.debit_minor)::text as debit, sum(balance.credit_minor)::text as credit
      from balance
      where balance.company_id = ${tx.company} and balance.account_id = g.account_id
        and balance.booked_on >= coalesce(g.from_day, '-infinity') and balance.booked_on <= g.through
        and balance.kind <> 'tax'
      group by 1, 2, 3, 4, 5
    ) b`;
  const byAccount = grouped(rows, (row) => Number(row.account_id));
  return ({ accountId, type, cycles }) => sumsOfCycles(type, cycles, byAccount.get(accountId) ?? []);
}

function sumsOfCycles(type: OwnerType, cycles: readonly CycleDays[], rows: readonly Row[]): CycleSums[] {
  const byPlace = grouped(rows, (row) => row.place);
  const sumsOf = (some: readonly Row[]) => addSums(some.map((row) => sumOf(type, row)));
  return cycles.map((cycle, place) => {
    const own = byPlace.get(place) ?? [];
    return {
      ...cycle,
      sums: sumsOf(own),
      open: sumsOf(own.filter((row) => row.open)),
      lateCount: countOf(sumsOf(own.filter((row) => row.late))),
    };
  });
}

function sumOf(type: OwnerType, row: Pick<Row, "kind" | "offer_id" | "entries" | "debit" | "credit">): Sum {
  return {
    kind: row.kind,
    offerId: Number(row.offer_id),
    count: Number(row.entries),
    amountMinor: signedBalance(type, BigInt(row.debit), BigInt(row.credit)),
  };
}

export type DaySum = Sum & { readonly day: Day };

/** The days of a cycle by kind and offer, for statements with too many lines. */
export async function readDaySums(
  tx: Tx,
  { accountId, type }: Pick<SummedAccount, "accountId" | "type">,
  { start, end }: CycleDays,
): Promise<DaySum[]> {
  const rows = await tx.$queryRaw<(Omit<Row, "account_id" | "place" | "open" | "late"> & { day: string })[]>`
    select to_char(booked_on, 'YYYY-MM-DD') as day, kind, offer_id, entry_count::text as entries,
      debit_minor::text as debit, credit_minor::text as credit
    from balance
    where company_id = ${tx.company} and account_id = ${accountId}::bigint
      and booked_on between ${start}::date and ${end}::date and kind <> 'tax'
    order by booked_on, kind collate "C", offer_id`;
  return rows.map((row) => ({ day: row.day, ...sumOf(type, row) }));
}
