import type { Day } from "@/lib/base/day";
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
  /** The first day of the oldest open month. */
  readonly openFrom: Day | null;
};

type Row = {
  place: number;
  kind: string;
  offer_id: bigint;
  open: boolean;
  late: boolean;
  entries: string;
  debit: string;
  credit: string;
};

/** Balances of consecutive cycles; the first includes everything booked before. Reads no entries. */
export async function readCycleSums(
  tx: Tx,
  { accountId, type, from, lastEnd, openFrom }: SummedAccount,
  cycles: readonly CycleDays[],
): Promise<CycleSums[]> {
  const last = cycles.at(-1);
  if (!last) return [];
  const starts = cycles.slice(1).map(({ start }) => start);
  const rows = await tx.$queryRaw<Row[]>`
    select width_bucket(b.booked_on, ${starts}::date[]) as place, b.kind, b.offer_id,
      b.booked_on >= coalesce(${openFrom}::date, '-infinity') as open,
      b.booked_on <= coalesce(${lastEnd}::date, '-infinity') as late,
      sum(b.entry_count)::text as entries, sum(b.debit_minor)::text as debit, sum(b.credit_minor)::text as credit
    from balance b
    where b.company_id = ${tx.company} and b.account_id = ${accountId}::bigint
      and b.booked_on >= coalesce(${from}::date, '-infinity') and b.booked_on <= ${last.end}::date and b.kind <> 'tax'
    group by 1, 2, 3, 4, 5`;
  return cycles.map((cycle, place) => {
    const own = rows.filter((row) => row.place === place);
    const sumsOf = (some: readonly Row[]) => addSums(some.map((row) => sumOf(type, row)));
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
  const rows = await tx.$queryRaw<(Omit<Row, "place" | "open" | "late"> & { day: string })[]>`
    select to_char(booked_on, 'YYYY-MM-DD') as day, kind, offer_id, entry_count::text as entries,
      debit_minor::text as debit, credit_minor::text as credit
    from balance
    where company_id = ${tx.company} and account_id = ${accountId}::bigint
      and booked_on between ${start}::date and ${end}::date and kind <> 'tax'
    order by booked_on, kind collate "C", offer_id`;
  return rows.map((row) => ({ day: row.day, ...sumOf(type, row) }));
}
