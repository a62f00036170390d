import type { OwnerType } from "@/lib/domain/accounts/account-owner";
import { signOf } from "@/lib/domain/accounts/signed-balance";
import { Prisma } from "../generated/client";
import type { Tx } from "../in-company";

export type Span = { readonly from: string; readonly to: string };

export type PartySumsQuery = {
  readonly type: OwnerType;
  readonly period: Span;
  readonly previous: Span;
  readonly words: string;
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
  /** Of all parties, whatever is searched for. */
  readonly total: Sums & { readonly parties: number };
  readonly parties: readonly (Sums & { readonly accountId: number; readonly id: number; readonly name: string })[];
};

type SumsRow = { net: string; current: string; previous: string; entries: bigint };
type Row = SumsRow & {
  account_id: bigint | null;
  party_id: bigint | null;
  name: string | null;
  parties: bigint;
  all_net: string;
  all_current: string;
  all_previous: string;
  all_entries: bigint;
};

const ACCOUNT_KIND = { buyer: "buyer_receivable", traffic_source: "traffic_source_payable" } as const;
const KINDS = { buyer: ["charge", "credit"], traffic_source: ["payout", "clawback"] } as const;

const ORDER = {
  balance: Prisma.sql`abs(net) desc, abs(current) desc, lower(name), account_id`,
  period: Prisma.sql`abs(current) desc, abs(net) desc, lower(name), account_id`,
  name: Prisma.sql`lower(name), account_id`,
};

/**
 * Balances of all buyers or all traffic sources and what a period added, from balances alone. One pass over them: to look
 * up each account by itself takes three times as long where there are thousands.
 */
export async function readPartySums(tx: Tx, query: PartySumsQuery): Promise<PartySums> {
  const { type, period, previous, words, order, onlyMoved, limit } = query;
  const ofCalls = Prisma.sql`balance.kind = any(${[...KINDS[type]]}::text[])`;
  const inPeriod = Prisma.sql`booked_on between ${period.from}::date and ${period.to}::date`;
  const inPrevious = Prisma.sql`booked_on between ${previous.from}::date and ${previous.to}::date`;
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx.$queryRaw<Row[]>`
    with sums as materialized (
      select a.id as account_id, coalesce(a.buyer_id, a.traffic_source_id) as party_id, coalesce(b.name, t.name) as name,
        coalesce(m.net, 0) * ${signOf(type)}::integer as net, coalesce(m.current, 0) * ${signOf(type)}::integer as current,
        coalesce(m.previous, 0) * ${signOf(type)}::integer as previous, coalesce(m.entries, 0)::bigint as entries
      from account a
      left join buyer b on b.company_id = ${tx.company} and b.id = a.buyer_id
      left join traffic_source t on t.company_id = ${tx.company} and t.id = a.traffic_source_id
      left join (
        select account_id, sum(debit_minor - credit_minor) as net,
          sum(debit_minor - credit_minor) filter (where ${inPeriod} and ${ofCalls}) as current,
          sum(debit_minor - credit_minor) filter (where ${inPrevious} and ${ofCalls}) as previous,
          sum(entry_count) filter (where ${inPeriod}) as entries
        from balance where balance.company_id = ${tx.company} group by account_id
      ) m on m.account_id = a.id
      where a.company_id = ${tx.company} and a.kind = ${ACCOUNT_KIND[type]}
    ),
    shown as (
      select sums.*, row_number() over (order by ${ORDER[order]}) as place from sums where lower(name) like ${pattern} and (not ${onlyMoved}::boolean or entries > 0)
      order by place limit ${limit}
    )
    select s.account_id, s.party_id, s.name, s.net::text, s.current::text, s.previous::text, s.entries, t.*
    from (
      select count(*) as parties, coalesce(sum(net), 0)::text as all_net, coalesce(sum(current), 0)::text as all_current,
        coalesce(sum(previous), 0)::text as all_previous, coalesce(sum(entries), 0)::bigint as all_entries from sums
    ) t
    left join shown s on true
    order by s.place`;
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
