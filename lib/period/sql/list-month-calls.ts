import type { Month } from "@/lib/base/month";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { CallWarning } from "../domain/warning";
import { ofMonth, WARNING_CONDITIONS } from "./warning-conditions";

/** A call of a month with the fields that warnings check. */
export type MonthCall = {
  readonly id: number;
  readonly startedAt: Date;
  readonly callerMasked: string | null;
  readonly buyer: { readonly id: number; readonly name: string } | null;
  readonly trafficSource: { readonly id: number; readonly name: string } | null;
  readonly buyerConverted: boolean;
  readonly offerConverted: boolean;
  readonly revenueMinor: bigint;
  readonly payoutMinor: bigint;
};

export type MonthCallFilter = {
  readonly month: Month;
  readonly timeZone: string;
  /** Null for all calls. */
  readonly warning: CallWarning | null;
  /** `YYYY-MM-DD` */
  readonly day: string | null;
  readonly after: MonthCallCursor | null;
  readonly limit: number;
};
export type MonthCallCursor = { readonly startedAt: Date; readonly id: number };

type Row = {
  id: bigint;
  started_at: Date;
  caller_masked: string | null;
  buyer_id: bigint | null;
  buyer_name: string | null;
  traffic_source_id: bigint | null;
  source_name: string | null;
  buyer_converted: boolean;
  offer_converted: boolean;
  revenue_minor: bigint;
  payout_minor: bigint;
};

/** Newest first, in keyset pages. */
export async function listMonthCalls(tx: SqlTx, filter: MonthCallFilter): Promise<MonthCall[]> {
  const { month, timeZone, after, limit } = filter;
  const rows = await tx.$queryRaw<Row[]>`
    select c.id, c.started_at, c.caller_masked, c.buyer_id, b.name as buyer_name, c.traffic_source_id,
      t.name as source_name, c.buyer_converted, c.offer_converted, c.revenue_minor, c.payout_minor
    from (
      select * from call c
      where c.company_id = ${tx.company} and ${ofMonth(tx, month, timeZone)} and ${asked(tx, filter)}
        ${after ? Prisma.sql`and (c.started_at, c.id) < (${after.startedAt}::timestamptz, ${after.id}::bigint)` : Prisma.empty}
      order by c.started_at desc, c.id desc limit ${limit}
    ) c
    left join buyer b on b.company_id = ${tx.company} and b.id = c.buyer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = c.traffic_source_id
    order by c.started_at desc, c.id desc`;
  return rows.map((row) => ({
    id: Number(row.id),
    startedAt: row.started_at,
    callerMasked: row.caller_masked,
    buyer: named(row.buyer_id, row.buyer_name),
    trafficSource: named(row.traffic_source_id, row.source_name),
    buyerConverted: row.buyer_converted,
    offerConverted: row.offer_converted,
    revenueMinor: row.revenue_minor,
    payoutMinor: row.payout_minor,
  }));
}

function asked(tx: SqlTx, { warning, day, timeZone }: MonthCallFilter): Prisma.Sql {
  const ofDay =
    day === null ? Prisma.sql`true` : Prisma.sql`(c.started_at at time zone ${timeZone})::date = ${day}::date`;
  if (warning === null) return ofDay;
  if (warning !== "open_inbox") return Prisma.sql`${ofDay} and ${WARNING_CONDITIONS[warning]}`;
  return Prisma.sql`${ofDay} and exists (
    select from inbox i where i.company_id = ${tx.company} and i.call_id = c.id and i.resolved_at is null)`;
}

function named(id: bigint | null, name: string | null): { id: number; name: string } | null {
  return id === null || name === null ? null : { id: Number(id), name };
}

/** Calls of the month with open inbox items. */
export async function countCallsInInbox(tx: SqlTx, month: Month, timeZone: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ calls: bigint }[]>`
    select count(*) as calls
    from (
      select distinct call_id from inbox
      where inbox.company_id = ${tx.company} and inbox.resolved_at is null and inbox.call_id is not null
    ) i
    cross join lateral (
      select from call c where c.company_id = ${tx.company} and c.id = i.call_id and ${ofMonth(tx, month, timeZone)} offset 0
    ) waiting`;
  return Number(row?.calls ?? 0n);
}
