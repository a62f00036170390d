import { SEAL_OF_CHANGES } from "@/lib/audit/sql/change-digest";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";

/**
 * Where the entries of the running rollup come from. `entries` selects `e`, an entry, with `offer_id`, the offer of its
 * call or 0. `changes` is the digest of the authors of the billed changes; null if none is billed.
 */
export type Batch = { readonly number: number; readonly entries: Prisma.Sql; readonly changes: Prisma.Sql };

/**
 * OFFSET 0 stops the planner from reversing the join: it reads by key from the claimed rows, even if a table has grown
 * by a million rows since it was analyzed.
 */
export function batchOfCalls(tx: Tx, number: number): Batch {
  const entries = Prisma.sql`
    from billing_queue s
    cross join lateral (
      select entry.*, s.offer_id from entry where entry.company_id = ${tx.company} and entry.source = 'call'
        and entry.number = s.call_id and entry.version = s.version offset 0
    ) e
    where s.company_id = ${tx.company} and s.rollup_number = ${number}`;
  const changes = Prisma.sql`
    select ${SEAL_OF_CHANGES} as digest from billing_queue c
    where c.company_id = ${tx.company} and c.rollup_number = ${number}`;
  return { number, entries, changes };
}

export function batchOfDocuments(tx: Tx, number: number): Batch {
  const entries = Prisma.sql`
    from document s
    cross join lateral (
      select entry.*, 0::bigint as offer_id from entry where entry.company_id = ${tx.company}
        and entry.source = 'document' and entry.number = s.number and entry.version = s.revision offset 0
    ) e
    where s.company_id = ${tx.company} and s.rollup_number = ${number}`;
  return { number, entries, changes: Prisma.sql`select null::bytea as digest` };
}
