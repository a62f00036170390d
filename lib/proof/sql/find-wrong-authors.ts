import { CHANGE_DIGEST, SEAL_OF_CHANGES } from "@/lib/audit/sql/change-digest";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/**
 * The first link whose changes now name another author, time, mechanism or call than when it billed them. The first
 * entry of a change names its link. OFFSET 0 computes the digests before the join, because they are small. Links from
 * before changes were sealed are skipped.
 */
export async function findWrongAuthors(tx: SqlTx): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`
    select r.number
    from (select number, changes_digest from rollup where rollup.company_id = ${tx.company} and changes_digest is not null) r
    left join (
      select e.rollup_number, ${SEAL_OF_CHANGES} as digest
      from (
        select c.call_id, c.version, c.kind, ${CHANGE_DIGEST} as change_digest
        from (
          select h.*, k.uuid, k.offer_id, case when h.charge_minor is not null then 'charge' when h.payout_minor is not null
            then 'payout' when h.closes_charge is not null then 'credit' else 'clawback' end as kind
          from call_change h
          join call k on k.company_id = ${tx.company} and k.id = h.call_id
          where h.company_id = ${tx.company}
        ) c offset 0
      ) c
      join entry e on e.company_id = ${tx.company} and e.source = 'call' and e.number = c.call_id and e.version = c.version
        and e.kind = c.kind
      group by e.rollup_number
    ) n on n.rollup_number = r.number
    where n.digest is distinct from r.changes_digest
    order by r.number limit 1`;
  return row ? Number(row.number) : null;
}
