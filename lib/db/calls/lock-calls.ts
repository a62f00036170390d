import type { CallState } from "@/lib/domain/call/call-state";
import type { SqlTx } from "../in-company";
import { type CallRow, callState } from "./call-row";

export type LockedCall = {
  readonly uuid: string;
  readonly serviceDate: string;
  readonly callerMasked: string | null;
  readonly state: CallState;
};

/**
 * Locked in id order, so that two batches that share calls wait for each other instead of dead-locking. The locks are
 * taken row by row as the sorted numbers come in: a subquery that locks is never turned around, and it goes to each
 * call by key, also where the planner believes that the company has hardly any. Before the first of them, whoever makes
 * or changes a cap is let finish: who decides calls holds that lock too until the end, shared with all others.
 */
export async function lockCalls(
  tx: SqlTx,
  ids: readonly number[],
  uuids: readonly string[],
  timeZone: string,
): Promise<LockedCall[]> {
  const rows = await tx.$queryRaw<CallRow[]>`
    select c.*
    from (
      select id from (
        select id from unnest(${ids}::bigint[]) as id
        union
        select found.id
        from unnest(${uuids}::uuid[]) as named(uuid)
        cross join lateral (
          select call.id from call where call.company_id = ${tx.company} and call.uuid = named.uuid offset 0
        ) found
      ) named
      where (select pg_advisory_xact_lock_shared(hashtextextended('caps', ${tx.company}::bigint)) is not null)
      order by id
    ) wanted
    cross join lateral (
      select call.id, uuid::text, offer_id, started_at,
      to_char(started_at at time zone ${timeZone}, 'YYYY-MM-DD') as service_date, caller_masked,
      version, buyer_id, buyer_converted, buyer_mechanism, buyer_explicit, buyer_decided_at, buyer_stated_at,
      buyer_rule_id, buyer_locked, revenue_minor, revenue_from,
      traffic_source_id, offer_converted, offer_mechanism, offer_explicit, offer_decided_at, offer_stated_at,
      offer_rule_id, offer_locked, payout_minor, payout_from, payout_terms_id, charge_version, payout_version
      from call
      where call.company_id = ${tx.company} and call.id = wanted.id
      for update
    ) c`;
  return rows.map((row) => ({
    uuid: row.uuid,
    serviceDate: row.service_date,
    callerMasked: row.caller_masked,
    state: callState(row),
  }));
}
