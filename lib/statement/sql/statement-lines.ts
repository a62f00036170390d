import type { Day } from "@/lib/base/day";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import { type LineRow, lineColumns } from "./line-row";
import type { LinePosition, LinesOf } from "./lines-of";

type LinePart = "all" | "apart" | "usual";
export type LinesWanted = { readonly part: LinePart; readonly after: LinePosition | null; readonly atMost: number };

/**
 * Lines of a statement in the order of the account's index. Entries booked within earlier cycles come first: they are
 * searched day by day after the last rollup of the previous statement, so its entries are never read again.
 */
export async function readStatementLines(
  tx: Tx,
  of: LinesOf,
  { part, after, atMost }: LinesWanted,
): Promise<LineRow[]> {
  const isPastLate = of.previous === null || (after !== null && after.bookedOn > of.previous.cycleEnd);
  const late = part === "usual" || isPastLate || of.lateCount === 0 ? [] : await lateLines(tx, of, after, atMost);
  if (late.length >= atMost) return late;
  return [...late, ...(await ownLines(tx, of, part, after, atMost - late.length))];
}

function lateLines(tx: Tx, of: LinesOf, after: LinePosition | null, atMost: number): Promise<LineRow[]> {
  const { previous } = of;
  if (previous === null) return Promise.resolve([]);
  const entries = Prisma.sql`
    select e.* from (
      select distinct booked_on from balance
      where balance.company_id = ${tx.company} and balance.account_id = ${of.accountId}::bigint
        and balance.booked_on >= coalesce(${previous.openFrom}::date, '-infinity')
        and balance.booked_on >= coalesce(${after?.bookedOn ?? null}::date, '-infinity')
        and balance.booked_on <= ${previous.cycleEnd}::date
    ) d
    cross join lateral (
      select * from entry where entry.company_id = ${tx.company} and entry.party_account_id = ${of.accountId}::bigint
        and entry.booked_on = d.booked_on and entry.rollup_number > ${previous.throughRollup}::bigint
        and entry.rollup_number <= ${of.throughRollup}::bigint offset 0
    ) e
    where e.kind <> 'tax' and ${isAfter(after)}
    order by e.booked_on, e.rollup_number, e.number, e.version, e.kind collate "C" limit ${atMost}::integer`;
  return lineColumns(tx, of.accountId, entries);
}

function ownLines(tx: Tx, of: LinesOf, part: LinePart, after: LinePosition | null, atMost: number): Promise<LineRow[]> {
  const from = after?.bookedOn ?? null;
  const entries = Prisma.sql`
    select e.* from entry e
    where e.company_id = ${tx.company} and e.party_account_id = ${of.accountId}::bigint
      and e.booked_on > coalesce(${of.previous?.cycleEnd ?? null}::date, '-infinity')
      and e.booked_on >= coalesce(${from}::date, '-infinity')
      and e.booked_on <= ${of.cycleEnd}::date and e.rollup_number <= ${of.throughRollup}::bigint
      and e.kind <> 'tax' and ${isOfPart(part, of)} and ${isAfter(after)}
    order by e.booked_on, e.rollup_number, e.number, e.version, e.kind collate "C" limit ${atMost}::integer`;
  return lineColumns(tx, of.accountId, entries);
}

function isAfter(after: LinePosition | null): Prisma.Sql {
  if (after === null) return Prisma.sql`true`;
  return Prisma.sql`(e.booked_on, e.rollup_number, e.number, e.version, e.kind collate "C") >
    (${after.bookedOn}::date, ${after.rollupNumber}::bigint, ${after.number}::bigint, ${after.version}::integer, ${after.kind}::text)`;
}

/** A correction is booked on the first day of a month, so only those days are searched. */
function isOfPart(part: LinePart, { previous, cycleStart, cycleEnd }: LinesOf): Prisma.Sql {
  const isCorrection = Prisma.sql`e.service_date < date_trunc('month', e.booked_on)`;
  if (part === "all") return Prisma.sql`true`;
  if (part === "usual") return Prisma.sql`not (${isCorrection})`;
  const firstDays = firstDaysOfMonths(previous === null ? "0001-01-01" : cycleStart, cycleEnd);
  if (firstDays === null) return isCorrection;
  return Prisma.sql`e.booked_on = any(${firstDays}::date[]) and ${isCorrection}`;
}

/** Null for a range of many years, which a first statement may have. */
function firstDaysOfMonths(start: Day, end: Day): Day[] | null {
  const months: Day[] = [];
  const at = new Date(`${end.slice(0, 7)}-01T00:00:00Z`);
  while (at.toISOString().slice(0, 10) >= start) {
    months.push(at.toISOString().slice(0, 10));
    if (months.length > MONTHS_NAMED) return null;
    at.setUTCMonth(at.getUTCMonth() - 1);
  }
  return months;
}

const MONTHS_NAMED = 120;
