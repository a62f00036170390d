import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { ExportedAccount } from "../domain/exported-ledger";

export type Days = { readonly from: string | null; readonly to: string | null };

export async function readExportedAccounts(tx: SqlTx): Promise<ExportedAccount[]> {
  type Row = {
    id: bigint;
    kind: string;
    buyer_id: bigint | null;
    traffic_source_id: bigint | null;
    name: string | null;
  };
  const rows = await tx.$queryRaw<Row[]>`
    select a.id, a.kind, a.buyer_id, a.traffic_source_id, coalesce(b.name, t.name) as name
    from account a
    left join buyer b on b.company_id = ${tx.company} and b.id = a.buyer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = a.traffic_source_id
    where a.company_id = ${tx.company} order by a.kind, a.id`;
  return rows.map(({ id, kind, buyer_id, traffic_source_id, name }) => {
    const party = buyer_id ?? traffic_source_id;
    const type = buyer_id === null ? "traffic_source" : "buyer";
    return { id: String(id), kind, party: party === null ? null : { type, id: Number(party), name: name ?? "" } };
  });
}

/** Debits less credits by account and month, in order of months, up to a day. */
export async function readMonthlySums(tx: SqlTx, to: string | null) {
  const rows = await tx.$queryRaw<{ account: string; month: string; net: string }[]>`
    select account_id::text as account, to_char(date_trunc('month', booked_on), 'YYYY-MM-DD') as month,
      (sum(debit_minor) - sum(credit_minor))::text as net
    from balance where company_id = ${tx.company} and booked_on <= coalesce(${to}::date, 'infinity'::date)
    group by 1, 2 order by 2, 1`;
  return rows.map(({ account, month, net }) => ({ account, month, netMinor: BigInt(net) }));
}

/** Balances of the accounts before a day. */
export async function readSumsBefore(tx: SqlTx, day: string) {
  const rows = await tx.$queryRaw<{ account: string; net: string }[]>`
    select account_id::text as account, (sum(debit_minor) - sum(credit_minor))::text as net
    from balance where company_id = ${tx.company} and booked_on < ${day}::date
    group by account_id order by account_id`;
  return rows.map(({ account, net }) => ({ account, netMinor: BigInt(net) }));
}

export async function readLedgerBounds(tx: SqlTx) {
  const [row] = await tx.$queryRaw<
    { first: string | null; last: string | null; closed: string | null; number: bigint; digest: string }[]
  >`
    select min(b.booked_on)::text as first, max(b.booked_on)::text as last, h.closed_through::text as closed,
      h.rollup_number as number, encode(h.digest, 'hex') as digest
    from ledger_head h left join balance b on b.company_id = ${tx.company}
    where h.company_id = ${tx.company}
    group by h.closed_through, h.rollup_number, h.digest`;
  if (!row) throw new Error(`company ${tx.company} has no ledger`);
  return {
    first: row.first,
    last: row.last,
    closedThrough: row.closed,
    head: { number: Number(row.number), digest: row.digest },
  };
}

export type ExportedRow = {
  readonly source: "call" | "document";
  readonly number: bigint;
  readonly version: number;
  readonly kind: string;
  readonly rollup_number: bigint;
  readonly debit: string;
  readonly credit: string;
  readonly party: string | null;
  readonly amount_minor: bigint;
  readonly booked_on: string;
  readonly service_date: string;
  readonly offsets_version: number | null;
  readonly offsets_kind: string | null;
};

const ENTRIES_A_STRETCH = 20_000;
const ENTRIES_AT_ONCE = 2_000;
const LINKS_AT_ONCE = 5_000;

/**
 * All entries in posting order, in batches. Sorts one section of the chain at a time, so memory and the time to the
 * first entry do not depend on the size of the ledger.
 */
export async function* exportedRows(tx: SqlTx, days: Days): AsyncGenerator<ExportedRow[]> {
  for await (const { first, last } of stretches(tx)) {
    await declare(tx, first, last, days);
    for (;;) {
      const rows = await tx.$queryRaw<ExportedRow[]>`fetch ${Prisma.raw(String(ENTRIES_AT_ONCE))} from exported_entry`;
      if (rows.length > 0) yield rows;
      if (rows.length < ENTRIES_AT_ONCE) break;
    }
    await tx.$executeRaw`close exported_entry`;
  }
}

async function* stretches(tx: SqlTx): AsyncGenerator<{ first: number; last: number }> {
  let first = 1;
  for (;;) {
    const links = await tx.$queryRaw<{ number: bigint; entry_count: number }[]>`
      select number, entry_count from rollup where company_id = ${tx.company} and number >= ${first}::bigint
      order by number limit ${LINKS_AT_ONCE}::integer`;
    let entries = 0;
    for (const [position, link] of links.entries()) {
      entries += link.entry_count;
      if (entries < ENTRIES_A_STRETCH && position < links.length - 1) continue;
      if (entries > 0) yield { first, last: Number(link.number) };
      first = Number(link.number) + 1;
      entries = 0;
    }
    if (links.length < LINKS_AT_ONCE) return;
  }
}

function declare(tx: SqlTx, first: number, last: number, { from, to }: Days): Promise<number> {
  return tx.$executeRaw`
    declare exported_entry no scroll cursor for
    select source, number, version, kind, rollup_number, debit_account_id::text as debit, credit_account_id::text as credit,
      party_account_id::text as party, amount_minor, to_char(booked_on, 'YYYY-MM-DD') as booked_on,
      to_char(service_date, 'YYYY-MM-DD') as service_date, offsets_version, offsets_kind
    from entry
    where company_id = ${tx.company} and rollup_number between ${first}::bigint and ${last}::bigint
      and booked_on between coalesce(${from}::date, '-infinity'::date) and coalesce(${to}::date, 'infinity'::date)
    order by rollup_number, source, number, version, kind`;
}
