import type { Day } from "@/lib/base/day";
import type { CycleDays } from "@/lib/billing-profile/domain/cycle";
import type { Tx } from "@/lib/platform/sql/in-company";

export type TakenBackSum = {
  /** The index of the cycle, from 0. */
  readonly place: number;
  readonly statement: number;
  readonly amountMinor: bigint;
};

export type SoughtTakenBack = {
  readonly accountId: number;
  /** The account's last statement, and the first open day at its issue. */
  readonly last: { readonly cycleEnd: Day; readonly throughRollup: number; readonly openFrom: Day | null };
  readonly cycles: readonly CycleDays[];
  readonly statements: readonly number[];
};

/**
 * Offsets that are on no statement yet and belong to these statements. They are booked within cycles of earlier
 * statements, or on the first day of a month if their month was closed. Balances show the days; within earlier cycles
 * only entries after the last statement are read.
 */
export async function readTakenBackSums(
  tx: Tx,
  { accountId, last, cycles, statements }: SoughtTakenBack,
): Promise<TakenBackSum[]> {
  const starts = cycles.slice(1).map(({ start }) => start);
  const rows = await tx.$queryRaw<{ place: number; number: bigint; amount: string }[]>`
    select width_bucket(d.booked_on, ${starts}::date[]) as place, s.number, sum(e.amount_minor)::text as amount
    from (
      select distinct booked_on,
        case when booked_on <= ${last.cycleEnd}::date then ${last.throughRollup}::bigint else 0 end as after_rollup
      from balance
      where balance.company_id = ${tx.company} and balance.account_id = ${accountId}::bigint
        and balance.booked_on >= coalesce(${last.openFrom}::date, '-infinity')
        and balance.booked_on <= ${cycles.at(-1)?.end ?? null}::date and balance.kind in ('credit', 'clawback')
        and (balance.booked_on <= ${last.cycleEnd}::date or extract(day from balance.booked_on) = 1)
    ) d
    cross join lateral (
      select * from entry where entry.company_id = ${tx.company} and entry.party_account_id = ${accountId}::bigint
        and entry.booked_on = d.booked_on and entry.rollup_number > d.after_rollup
        and entry.kind in ('credit', 'clawback') offset 0
    ) e
    cross join lateral (
      select booked_on, rollup_number from entry
      where entry.company_id = ${tx.company} and entry.source = e.source and entry.number = e.number
        and entry.version = e.offsets_version and entry.kind = e.offsets_kind offset 0
    ) o
    cross join lateral (
      select number from statement where statement.company_id = ${tx.company}
        and statement.account_id = ${accountId}::bigint and statement.cycle_end >= o.booked_on
        and statement.through_rollup >= o.rollup_number
      order by cycle_end limit 1
    ) s
    where s.number = any(${statements}::bigint[])
    group by 1, 2 order by 1, 2`;
  return rows.map(({ place, number, amount }) => ({
    place,
    statement: Number(number),
    amountMinor: BigInt(amount),
  }));
}
