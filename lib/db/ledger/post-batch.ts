import { Prisma } from "../generated/client";
import type { Tx } from "../in-company";
import type { LedgerHead } from "./ledger-head";
import { SEAL_OF_ENTRIES } from "./seal-line";

export type Posted = { readonly changes: number; readonly entries: number };

/**
 * Turns the next queued changes into sealed entries, in seven plain statements whose number does not grow with the
 * batch. The head must be locked. Every charge stands before the credit that offsets it, since a call's changes are
 * claimed in the order of their versions and openings are posted before offsets.
 */
export async function postBatch(tx: Tx, head: LedgerHead, startedAt: Date, atMost: number): Promise<Posted> {
  const number = head.rollupNumber + 1;
  const changes = await claim(tx, number, atMost);
  if (changes === 0) return { changes, entries: 0 };
  const opened = await postOpenings(tx, head, number);
  const offset = await postOffsets(tx, head, number);
  const entries = opened + offset;
  await addToBalances(tx, number);
  await seal(tx, number, startedAt, { changes, entries });
  await tx.$executeRaw`delete from billing_queue where company_id = ${tx.company} and rollup_number = ${number}`;
  return { changes, entries };
}

/**
 * Everything up to the last change of the batch, in the order of calls and versions: a scan of the queue and no join,
 * which a planner that takes the company for a small one would run over and over.
 */
function claim(tx: Tx, number: number, atMost: number): Promise<number> {
  return tx.$executeRaw`
    with last as materialized (
      select call_id, version from billing_queue
      where company_id = ${tx.company} and rollup_number is null
      order by call_id, version offset ${atMost - 1} limit 1
    )
    update billing_queue set rollup_number = ${number}
    where company_id = ${tx.company} and rollup_number is null
      and (call_id, version) <= (
        coalesce((select call_id from last), 9223372036854775807), coalesce((select version from last), 2147483647))`;
}

/**
 * OFFSET 0 keeps the planner from turning the join around: it goes from the claimed rows by key to what they name,
 * also on tables that grew by a million rows since they were last analyzed.
 */
function changeOf(tx: Tx): Prisma.Sql {
  return Prisma.sql`select * from call_change where call_change.company_id = ${tx.company}
    and call_change.call_id = q.call_id and call_change.version = q.version offset 0`;
}

function entriesOf(tx: Tx): Prisma.Sql {
  return Prisma.sql`select * from entry where entry.company_id = ${tx.company} and entry.source = 'call'
    and entry.number = q.call_id and entry.version = q.version offset 0`;
}

/** Charges and payouts. The month of the books is that of the service, or the oldest open one if that is closed. */
function postOpenings(tx: Tx, head: LedgerHead, number: number): Promise<number> {
  return tx.$executeRaw`
    insert into entry (company_id, source, number, version, kind, rollup_number, debit_account_id, credit_account_id,
      amount_minor, period, service_month)
    select q.company_id, 'call', c.call_id, c.version, m.kind, ${number}::bigint, m.debit, m.credit, m.amount,
      greatest(c.service_month, ${head.closedThrough}::date + interval '1 month')::date, c.service_month
    from billing_queue q
    cross join lateral (${changeOf(tx)}) c
    cross join lateral (values
      ('charge', c.charge_account_id, ${head.revenueAccountId}::bigint, c.charge_minor),
      ('payout', ${head.trafficCostAccountId}::bigint, c.payout_account_id, c.payout_minor)
    ) as m(kind, debit, credit, amount)
    where q.company_id = ${tx.company} and q.rollup_number = ${number} and m.amount is not null`;
}

/**
 * Credits and clawbacks: the reverse of what they offset, in its month while that is open. Where that were missing, the
 * outer join would leave the accounts empty, and the database refuses the batch.
 */
function postOffsets(tx: Tx, head: LedgerHead, number: number): Promise<number> {
  return tx.$executeRaw`
    insert into entry (company_id, source, number, version, kind, rollup_number, debit_account_id, credit_account_id,
      amount_minor, period, service_month, offsets_version, offsets_kind)
    select q.company_id, 'call', c.call_id, c.version, m.kind, ${number}::bigint, o.credit_account_id, o.debit_account_id,
      o.amount_minor, greatest(o.period, ${head.closedThrough}::date + interval '1 month')::date, c.service_month,
      o.version, o.kind
    from billing_queue q
    cross join lateral (${changeOf(tx)}) c
    cross join lateral (values
      ('credit', 'charge', c.closes_charge), ('clawback', 'payout', c.closes_payout)
    ) as m(kind, offset_kind, offset_version)
    left join lateral (
      select * from entry where entry.company_id = ${tx.company} and entry.source = 'call' and entry.number = q.call_id
        and entry.version = m.offset_version and entry.kind = m.offset_kind offset 0
    ) o on true
    where q.company_id = ${tx.company} and q.rollup_number = ${number} and m.offset_version is not null`;
}

function addToBalances(tx: Tx, number: number): Promise<number> {
  return tx.$executeRaw`
    insert into balance (company_id, account_id, period, debit_minor, credit_minor)
    select q.company_id, m.account_id, e.period, sum(m.debit), sum(m.credit)
    from billing_queue q
    cross join lateral (${entriesOf(tx)}) e
    cross join lateral (values
      (e.debit_account_id, e.amount_minor, 0), (e.credit_account_id, 0, e.amount_minor)
    ) as m(account_id, debit, credit)
    where q.company_id = ${tx.company} and q.rollup_number = ${number}
    group by q.company_id, m.account_id, e.period
    on conflict (company_id, account_id, period) do update set
      debit_minor = balance.debit_minor + excluded.debit_minor,
      credit_minor = balance.credit_minor + excluded.credit_minor`;
}

/** The digest of the rollup covers its entries and the digest before: nothing posted can change unnoticed. */
async function seal(tx: Tx, number: number, startedAt: Date, { changes, entries }: Posted): Promise<void> {
  await tx.$executeRaw`
    insert into rollup (company_id, number, started_at, posted_at, change_count, entry_count, previous_digest, digest)
    select h.company_id, ${number}::bigint, ${startedAt}::timestamptz, ${startedAt}::timestamptz,
      ${changes}::integer, ${entries}::integer, h.digest,
      sha256(convert_to(concat_ws('|', encode(h.digest, 'hex'), ${number}::bigint, s.entries), 'UTF8'))
    from ledger_head h
    cross join (
      select ${SEAL_OF_ENTRIES} as entries
      from billing_queue q
      cross join lateral (${entriesOf(tx)}) e
      where q.company_id = ${tx.company} and q.rollup_number = ${number}
    ) s
    where h.company_id = ${tx.company}`;
  await tx.$executeRaw`
    update ledger_head set rollup_number = ${number}, digest = r.digest
    from rollup r where r.company_id = ${tx.company} and r.number = ${number} and ledger_head.company_id = ${tx.company}`;
}
