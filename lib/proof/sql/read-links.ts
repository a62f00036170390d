import { SEAL_OF_FACTS } from "@/lib/audit/sql/facts";
import { SEAL_OF_ENTRIES_IN_ISO } from "@/lib/ledger/sql/seal-line";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** A link as sealed, and what its entries say now. Bytes in hexadecimal. */
export type ProvenLink = {
  readonly number: number;
  /** Null if entries name a link that does not exist. */
  readonly digest: string | null;
  readonly previousDigest: string | null;
  readonly postedAt: Date | null;
  readonly entryCount: number;
  readonly revenueMinor: string;
  readonly payoutMinor: string;
  /** First day of the month that it closes. */
  readonly closes: string | null;
  /** The digest of the statements that it issued. */
  readonly issues: string | null;
  /** The digest of the records it seals, and their digest now; null for none. */
  readonly facts: string | null;
  readonly factsNow: string | null;
  /** The digest of the authors of the changes that it bills. */
  readonly changes: string | null;
  readonly entries: {
    readonly count: number;
    readonly digest: string;
    readonly revenueMinor: string;
    readonly payoutMinor: string;
  };
  /** The month that the period row says it closed. */
  readonly closedMonth: string | null;
};

/** In order of number; periods without a link come last. */
export async function readLinks(tx: SqlTx): Promise<ProvenLink[]> {
  const rows = await tx.$queryRaw<{ link: ProvenLink; posted_at: Date | null }[]>`
    select json_build_object('number', coalesce(r.number, f.rollup_number, p.rollup_number, 0),
        'digest', encode(r.digest, 'hex'), 'previousDigest', encode(r.previous_digest, 'hex'),
        'entryCount', r.entry_count, 'revenueMinor', r.revenue_minor::text, 'payoutMinor', r.payout_minor::text,
        'closes', r.closes::text, 'issues', encode(r.statements_digest, 'hex'),
        'facts', encode(r.facts_digest, 'hex'), 'factsNow', encode(n.digest, 'hex'), 'changes', encode(r.changes_digest, 'hex'),
        'entries', json_build_object('count', coalesce(f.found, 0),
          'digest', coalesce(f.digest, encode(sha256(''::bytea), 'hex')),
          'revenueMinor', coalesce(f.revenue, 0)::text, 'payoutMinor', coalesce(f.payout, 0)::text),
        'closedMonth', p.month::text) as link, r.posted_at
    from (select * from rollup where company_id = ${tx.company}) r
    full join (
      select e.rollup_number, count(*) as found, ${SEAL_OF_ENTRIES_IN_ISO} as digest,
        sum(case when e.kind = 'charge' then e.amount_minor when e.kind = 'credit' then -e.amount_minor end) as revenue,
        sum(case when e.kind = 'payout' then e.amount_minor when e.kind = 'clawback' then -e.amount_minor end) as payout
      from entry e where e.company_id = ${tx.company} group by e.rollup_number
    ) f on f.rollup_number = r.number
    left join (
      select f.rollup_number, ${SEAL_OF_FACTS} as digest from ledger_fact f where f.company_id = ${tx.company}
      group by f.rollup_number
    ) n on n.rollup_number = r.number
    full join (select * from period where company_id = ${tx.company}) p on p.rollup_number = coalesce(r.number, f.rollup_number)
    order by coalesce(r.number, f.rollup_number, p.rollup_number)`;
  return rows.map(({ link, posted_at }) => ({ ...link, postedAt: posted_at }));
}

export type ProvenHead = { readonly number: number; readonly digest: string; readonly closedThrough: string | null };

export async function readHead(tx: SqlTx): Promise<ProvenHead> {
  const [row] = await tx.$queryRaw<{ number: bigint; digest: string; closed_through: string | null }[]>`
    select rollup_number as number, encode(digest, 'hex') as digest, closed_through::text as closed_through
    from ledger_head where company_id = ${tx.company}`;
  if (!row) throw new Error(`company ${tx.company} has no ledger`);
  return { number: Number(row.number), digest: row.digest, closedThrough: row.closed_through };
}

/** The name of an account: its party's name, or its kind. */
export async function nameAccount(tx: SqlTx, id: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`
    select coalesce(b.name || ' (buyer ' || b.id || ')', t.name || ' (traffic source ' || t.id || ')', replace(a.kind, '_', ' ')) as name
    from account a
    left join buyer b on b.company_id = ${tx.company} and b.id = a.buyer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = a.traffic_source_id
    where a.company_id = ${tx.company} and a.id = ${id}::bigint`;
  return row?.name ?? `account ${id}, which is not there`;
}
