import type { CallRef } from "@/lib/conversion/domain/request";
import type { SqlTx } from "@/lib/db/in-company";

/** A call that is about to be decided, with the parties and the caller that a command names for it. */
export type NamedCall = {
  readonly ref: CallRef;
  readonly buyerIds: readonly number[];
  /** Hexadecimal. */
  readonly callerHash: string | null;
};

/**
 * Locks the callers of these calls where a duplicate window of their buyer or offer looks at them, in one order, so that
 * calls of one caller are decided one after the other. Answers what was locked, hexadecimal. Before all other locks.
 */
export async function lockCallers(tx: SqlTx, calls: readonly NamedCall[]): Promise<ReadonlySet<string>> {
  const named = calls.map(({ ref, buyerIds, callerHash }) => ({ ...ref, buyerIds, callerHash }));
  const rows = await tx.$queryRaw<{ hash: string }[]>`
    insert into caller (company_id, hash)
    select h.company_id, wanted.hash
    from ledger_head h cross join (
      select distinct coalesce(decode(n."callerHash", 'hex'), c.caller_hash) as hash
      from jsonb_to_recordset(${JSON.stringify(named)}::jsonb)
        as n(id bigint, uuid uuid, "buyerIds" jsonb, "callerHash" text)
      cross join lateral (
        (select call.caller_hash, call.buyer_id, call.offer_id from call
          where call.company_id = ${tx.company} and call.id = n.id offset 0)
        union all
        (select call.caller_hash, call.buyer_id, call.offer_id from call
          where call.company_id = ${tx.company} and call.uuid = n.uuid offset 0)
      ) c
      where exists (select from rule_set any_set
          where any_set.company_id = ${tx.company} and any_set.duplicate_window_seconds > 0)
        and coalesce(decode(n."callerHash", 'hex'), c.caller_hash) is not null and exists (
          select from rule_set r
          where r.company_id = ${tx.company} and r.duplicate_window_seconds > 0
            and (r.offer_id = c.offer_id or r.buyer_id = c.buyer_id or n."buyerIds" @> to_jsonb(r.buyer_id)))
    ) wanted
    where h.company_id = ${tx.company}
    order by wanted.hash
    on conflict (company_id, hash) do update set hash = excluded.hash
    returning encode(hash, 'hex') as hash`;
  return new Set(rows.map(({ hash }) => hash));
}
