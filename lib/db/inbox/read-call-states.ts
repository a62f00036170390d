import type { CallState } from "@/lib/domain/call/call-state";
import { type CallRow, callState } from "../calls/call-row";
import type { SqlTx } from "../in-company";

/** Calls as a decision would find them, without locking them: to foresee one, not to take it. */
export async function readCallStates(tx: SqlTx, ids: readonly number[]): Promise<ReadonlyMap<number, CallState>> {
  const rows = await tx.$queryRaw<CallRow[]>`
    select c.*, '' as service_date
    from unnest(${ids}::bigint[]) as wanted(id)
    cross join lateral (
      select call.id, uuid::text, offer_id, started_at,
      version, buyer_id, buyer_converted, buyer_mechanism, buyer_explicit, buyer_decided_at, buyer_stated_at,
      buyer_rule_id, buyer_locked, revenue_minor, revenue_from,
      traffic_source_id, offer_converted, offer_mechanism, offer_explicit, offer_decided_at, offer_stated_at,
      offer_rule_id, offer_locked, payout_minor, payout_from, payout_terms_id, charge_version, payout_version
      from call where call.company_id = ${tx.company} and call.id = wanted.id offset 0
    ) c`;
  return new Map(rows.map((row) => [Number(row.id), callState(row)]));
}
