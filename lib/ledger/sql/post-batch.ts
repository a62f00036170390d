import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import { addToBalances } from "./add-to-balances";
import { batchOfCalls } from "./batch";
import type { LedgerHead } from "./ledger-head";
import { seal } from "./seal";

export type Posted = { readonly changes: number; readonly entries: number };

/**
 * Turns the next queued changes into sealed entries, in eight statements for any batch size. The ledger head must be
 * locked. A charge is always posted before its credit: the changes of a call are claimed in order of version, and
 * openings are posted before offsets.
 */
export async function postBatch(tx: Tx, head: LedgerHead, startedAt: Date, atMost: number): Promise<Posted> {
  const began = performance.now();
  const number = head.rollupNumber + 1;
  const changes = await claim(tx, number, atMost);
  if (changes === 0) return { changes, entries: 0 };
  const opened = await postOpenings(tx, head, number);
  const offset = await postOffsets(tx, head, number);
  const entries = opened + offset;
  const batch = batchOfCalls(tx, number);
  await addToBalances(tx, batch);
  await seal(tx, batch, { startedAt, began, changes, entries });
  await tx.$executeRaw`delete from billing_queue where company_id = ${tx.company} and rollup_number = ${number}`;
  return { changes, entries };
}

/**
 * Claims everything up to the last change of the batch, in order of call and version. A scan without a join: the
 * planner repeats a join for every row if it underestimates the company.
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
 * OFFSET 0 stops the planner from reversing the join: it reads by key from the claimed rows, even if a table has grown
 * by a million rows since it was analyzed.
 */
function changeOf(tx: Tx): Prisma.Sql {
  return Prisma.sql`select * from call_change where call_change.company_id = ${tx.company}
    and call_change.call_id = q.call_id and call_change.version = q.version offset 0`;
}

/**
 * Posts charges and payouts with the day in the queue, which follows corrected starts. They are booked on that day, or
 * on the first day of the oldest open month if its month is closed.
 */
function postOpenings(tx: Tx, head: LedgerHead, number: number): Promise<number> {
  return tx.$executeRaw`
    insert into entry (company_id, source, number, version, kind, rollup_number, debit_account_id, credit_account_id,
      amount_minor, booked_on, service_date, party_account_id)
    select q.company_id, 'call', c.call_id, c.version, m.kind, ${number}::bigint, m.debit, m.credit, m.amount,
      greatest(q.service_date, ${head.closedThrough}::date + interval '1 month')::date, q.service_date, m.party
    from billing_queue q
    cross join lateral (${changeOf(tx)}) c
    cross join lateral (values
      ('charge', c.charge_account_id, ${head.revenueAccountId}::bigint, c.charge_minor, c.charge_account_id),
      ('payout', ${head.trafficCostAccountId}::bigint, c.payout_account_id, c.payout_minor, c.payout_account_id)
    ) as m(kind, debit, credit, amount, party)
    where q.company_id = ${tx.company} and q.rollup_number = ${number} and m.amount is not null`;
}

/**
 * Posts credits and clawbacks: the reverse of what they offset, with its day, booked on that day while its month is
 * open. If the original is missing, the outer join leaves the accounts null and the database rejects the batch.
 */
function postOffsets(tx: Tx, head: LedgerHead, number: number): Promise<number> {
  return tx.$executeRaw`
    insert into entry (company_id, source, number, version, kind, rollup_number, debit_account_id, credit_account_id,
      amount_minor, booked_on, service_date, party_account_id, offsets_version, offsets_kind)
    select q.company_id, 'call', c.call_id, c.version, m.kind, ${number}::bigint, o.credit_account_id, o.debit_account_id,
      o.amount_minor, greatest(o.booked_on, ${head.closedThrough}::date + interval '1 month')::date, o.service_date,
      o.party_account_id, o.version, o.kind
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
