import type { Tx } from "@/lib/platform/sql/in-company";
import type { EntryFilter } from "../domain/entry-filter";
import { type EntryPosition, isBeginningOfDay } from "./entry-position";

/** How many entries of an account one page may skip to find those of a kind or offer. */
const WALKED_AT_MOST = 60_000;

export type WalkedDays = {
  /** Newest first. */
  readonly days: readonly string[];
  /** Earlier days have more such entries. */
  readonly more: boolean;
};

type Row = { day: string; more: boolean };

/**
 * Days on which an account has entries of a kind or offer, backwards from a day, found by its balances: as many as fill
 * a page, within the limit of one page.
 */
export async function daysOfEntries(
  tx: Tx,
  accountId: number,
  { kind, offerId, from, to }: EntryFilter,
  after: EntryPosition | null,
  limit: number,
): Promise<WalkedDays> {
  const startsAt = after?.bookedOn ?? null;
  const isRead = after !== null && isBeginningOfDay(after);
  const rows = await tx.$queryRaw<Row[]>`
    with day as (
      select booked_on, sum(entry_count) as walked, sum(entry_count) filter (
        where (${kind}::text is null or kind = ${kind}::text) and (${offerId}::bigint is null or offer_id = ${offerId}::bigint)
      ) as found
      from balance
      where balance.company_id = ${tx.company} and balance.account_id = ${accountId}::bigint
        and booked_on >= coalesce(${from}::date, '-infinity'::date)
        and booked_on <= least(coalesce(${to}::date, 'infinity'::date), coalesce(${startsAt}::date, 'infinity'::date))
        and not (${isRead}::boolean and booked_on = ${startsAt}::date)
      group by booked_on
    ),
    counted as (
      select booked_on,
        sum(walked) over newer - walked as walked_before,
        -- Part of the first day may be on the previous page.
        sum(case when booked_on = ${startsAt}::date then 0 else found end) over newer
          - (case when booked_on = ${startsAt}::date then 0 else found end) as found_before
      from day where found > 0
      window newer as (order by booked_on desc)
    ),
    chosen as (
      select booked_on from counted where found_before < ${limit}::bigint and walked_before < ${WALKED_AT_MOST}::bigint
    )
    select to_char(booked_on, 'YYYY-MM-DD') as day,
      exists (select from counted where counted.booked_on < (select min(booked_on) from chosen)) as more
    from chosen order by booked_on desc`;
  return { days: rows.map(({ day }) => day), more: rows[0]?.more ?? false };
}
