import type { OwnerType } from "@/lib/party/domain/account-owner";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";

export type Span = { readonly from: string; readonly to: string };

export type PartySumsQuery = {
  readonly types: readonly OwnerType[];
  readonly period: Span;
  readonly previous: Span;
  /** The day at whose end the balances are; null for all entries. */
  readonly asOf: string | null;
  readonly search: string;
  readonly order: "balance" | "period" | "name";
  /** Only parties with entries in the period. */
  readonly onlyMoved: boolean;
  readonly limit: number;
};

/** Signed for the party, in minor units: what it owes or has earned. */
export type Sums = {
  readonly balanceMinor: bigint;
  /** Charges less credits, or payouts less clawbacks. */
  readonly periodMinor: bigint;
  readonly previousMinor: bigint;
  /** Entries of the period, of all kinds. */
  readonly entries: number;
};

export type PartySums = {
  /** The total of all parties, whatever the search. */
  readonly total: Sums & { readonly parties: number };
  readonly parties: readonly (Sums & { readonly accountId: number; readonly id: number; readonly name: string })[];
};

type SumsRow = { net: string; current: string; previous: string; entries: bigint };
type Row = SumsRow & {
  type: OwnerType;
  account_id: bigint | null;
  party_id: bigint | null;
  name: string | null;
  parties: bigint;
  all_net: string;
  all_current: string;
  all_previous: string;
  all_entries: bigint;
};

const ORDER = {
  balance: Prisma.sql`abs(net) desc, abs(current) desc, lower(name), account_id`,
  period: Prisma.sql`abs(current) desc, abs(net) desc, lower(name), account_id`,
  name: Prisma.sql`lower(name), account_id`,
};

/** A buyer's balance is a debit, a traffic source's a credit. */
const SIGN = Prisma.sql`case when a.buyer_id is null then -1 else 1 end`;

/** One row sums one day of one kind and so fits a bigint; sums of bigint take half the time of sums of numeric. */
const MOVED = Prisma.sql`(debit_minor - credit_minor)::bigint`;

/**
 * Balances of all buyers and traffic sources and the change in a period, in one pass over the balances. With thousands
 * of accounts, single lookups take three times as long.
 */
export async function readPartySums(tx: Tx, query: PartySumsQuery): Promise<(type: OwnerType) => PartySums> {
  const { types, period, previous, asOf, search, order, onlyMoved, limit } = query;
  const ofCalls = Prisma.sql`balance.kind in ('charge', 'credit', 'payout', 'clawback')`;
  const inPeriod = Prisma.sql`booked_on between ${period.from}::date and ${period.to}::date`;
  const inPrevious = Prisma.sql`booked_on between ${previous.from}::date and ${previous.to}::date`;
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx.$queryRaw<Row[]>`
    with sums as materialized (
      select case when a.buyer_id is null then 'traffic_source' else 'buyer' end as type, a.id as account_id,
        coalesce(a.buyer_id, a.traffic_source_id) as party_id, coalesce(b.name, t.name) as name,
        coalesce(m.net, 0) * ${SIGN} as net, coalesce(m.current, 0) * ${SIGN} as current,
        coalesce(m.previous, 0) * ${SIGN} as previous, coalesce(m.entries, 0)::bigint as entries
      from account a
      left join buyer b on b.company_id = ${tx.company} and b.id = a.buyer_id
      left join traffic_source t on t.company_id = ${tx.company} and t.id = a.traffic_source_id
      left join (
        select account_id, sum(${MOVED}) as net,
          sum(${MOVED}) filter (where ${inPeriod} and ${ofCalls}) as current,
          sum(${MOVED}) filter (where ${inPrevious} and ${ofCalls}) as previous,
          sum(entry_count) filter (where ${inPeriod}) as entries
        from balance where balance.company_id = ${tx.company} and booked_on <= coalesce(${asOf}::date, 'infinity')
        group by account_id
      ) m on m.account_id = a.id
      where a.company_id = ${tx.company} and (a.buyer_id is not null or a.traffic_source_id is not null)
    ),
    shown as (
      select * from (
        select sums.*, row_number() over (partition by type order by ${ORDER[order]}) as place from sums
        where lower(name) like ${pattern} and (not ${onlyMoved}::boolean or entries > 0)
      ) ranked
      where place <= ${limit}::integer
    )
    select t.*, s.account_id, s.party_id, s.name, s.net::text, s.current::text, s.previous::text, s.entries
    from (
      select type, count(*) as parties, sum(net)::text as all_net, sum(current)::text as all_current,
        sum(previous)::text as all_previous, sum(entries)::bigint as all_entries
      from sums where type = any(${[...types]}::text[]) group by type
    ) t
    left join shown s on s.type = t.type
    order by t.type, s.place`;
  return (type) => groupOf(rows.filter((row) => row.type === type));
}

function groupOf(rows: readonly Row[]): PartySums {
  const [first] = rows;
  return {
    total: {
      ...sumsOf({
        net: first?.all_net ?? "0",
        current: first?.all_current ?? "0",
        previous: first?.all_previous ?? "0",
        entries: first?.all_entries ?? 0n,
      }),
      parties: Number(first?.parties ?? 0n),
    },
    parties: rows.flatMap((row) =>
      row.account_id === null
        ? []
        : [{ ...sumsOf(row), accountId: Number(row.account_id), id: Number(row.party_id), name: row.name ?? "" }],
    ),
  };
}

function sumsOf({ net, current, previous, entries }: SumsRow): Sums {
  return {
    balanceMinor: BigInt(net),
    periodMinor: BigInt(current),
    previousMinor: BigInt(previous),
    entries: Number(entries),
  };
}
