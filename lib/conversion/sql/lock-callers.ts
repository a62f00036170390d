import type { CallRef } from "@/lib/call/domain/call-ref";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** A call to be created or decided, with the parties and caller named for it. */
export type NamedCall = {
  /** Null for a new call. */
  readonly ref: CallRef | null;
  /** The offer of a new call. */
  readonly offerId?: number;
  readonly buyerIds: readonly number[];
  /** Hexadecimal. */
  readonly callerHash: string | null;
};

/**
 * Locks the callers of these calls if a duplicate window of their buyer or offer uses them, so that calls of one caller
 * are decided one after the other. Locks are taken in one order, before all other locks. Returns the locked hashes in
 * hexadecimal.
 */
export async function lockCallers(tx: SqlTx, calls: readonly NamedCall[]): Promise<ReadonlySet<string>> {
  const named = calls.map(({ ref, ...call }) => ({ ...ref, ...call }));
  const rows = await tx.$queryRaw<{ hash: string }[]>`
    insert into caller (company_id, hash)
    select h.company_id, wanted.hash
    from ledger_head h cross join (
      select distinct coalesce(c.caller_hash, decode(n."callerHash", 'hex')) as hash
      from jsonb_to_recordset(${JSON.stringify(named)}::jsonb)
        as n(id bigint, uuid uuid, "offerId" bigint, "buyerIds" jsonb, "callerHash" text)
      left join lateral (
        (select call.caller_hash, call.buyer_id, call.offer_id from call
          where call.company_id = ${tx.company} and call.id = n.id offset 0)
        union all
        (select call.caller_hash, call.buyer_id, call.offer_id from call
          where call.company_id = ${tx.company} and call.uuid = n.uuid offset 0)
      ) c on true
      where exists (select from rule_set any_set
          where any_set.company_id = ${tx.company} and any_set.duplicate_window_seconds > 0)
        and coalesce(c.caller_hash, decode(n."callerHash", 'hex')) is not null and exists (
          select from rule_set r
          where r.company_id = ${tx.company} and r.duplicate_window_seconds > 0
            and (r.offer_id = coalesce(c.offer_id, n."offerId") or r.buyer_id = c.buyer_id
              or n."buyerIds" @> to_jsonb(r.buyer_id)))
    ) wanted
    where h.company_id = ${tx.company}
    order by wanted.hash
    on conflict (company_id, hash) do update set hash = excluded.hash
    returning encode(hash, 'hex') as hash`;
  return new Set(rows.map(({ hash }) => hash));
}
