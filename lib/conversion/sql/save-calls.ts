import type { CallState } from "@/lib/call/domain/call-state";
import { stateColumns } from "@/lib/call/sql/columns";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/**
 * Writes the decided columns of all calls in one statement. The calls must be locked. The bounds, which always hold,
 * make the planner expect few rows and use the key instead of scanning the company's calls.
 */
export async function saveCalls(tx: SqlTx, calls: readonly CallState[]): Promise<void> {
  if (calls.length === 0) return;
  const rows = JSON.stringify(calls.map(stateColumns));
  await tx.$executeRaw`
    update call set
      version = s.version,
      buyer_id = s.buyer_id, buyer_converted = s.buyer_converted, buyer_mechanism = s.buyer_mechanism,
      buyer_explicit = s.buyer_explicit, buyer_decided_at = s.buyer_decided_at,
      buyer_decided_version = s.buyer_decided_version, buyer_stated_at = s.buyer_stated_at,
      buyer_rule_id = s.buyer_rule_id, buyer_locked = s.buyer_locked, buyer_stopped_by_cap = s.buyer_stopped_by_cap,
      revenue_minor = s.revenue_minor, revenue_from = s.revenue_from,
      traffic_source_id = s.traffic_source_id, offer_converted = s.offer_converted, offer_mechanism = s.offer_mechanism,
      offer_explicit = s.offer_explicit, offer_decided_at = s.offer_decided_at,
      offer_decided_version = s.offer_decided_version, offer_stated_at = s.offer_stated_at,
      offer_rule_id = s.offer_rule_id, offer_locked = s.offer_locked, offer_stopped_by_cap = s.offer_stopped_by_cap,
      payout_minor = s.payout_minor, payout_from = s.payout_from, payout_terms_id = s.payout_terms_id,
      charge_version = s.charge_version, payout_version = s.payout_version
    from json_to_recordset(${rows}::json) as s(
      id bigint, version integer,
      buyer_id bigint, buyer_converted boolean, buyer_mechanism text, buyer_explicit boolean,
      buyer_decided_at timestamptz, buyer_decided_version integer, buyer_stated_at timestamptz, buyer_rule_id bigint,
      buyer_locked boolean, buyer_stopped_by_cap boolean, revenue_minor bigint, revenue_from text,
      traffic_source_id bigint, offer_converted boolean, offer_mechanism text, offer_explicit boolean,
      offer_decided_at timestamptz, offer_decided_version integer, offer_stated_at timestamptz, offer_rule_id bigint,
      offer_locked boolean, offer_stopped_by_cap boolean, payout_minor bigint, payout_from text, payout_terms_id bigint,
      charge_version integer, payout_version integer)
    where call.company_id = ${tx.company} and call.id = s.id and s.id between 1 and ${Number.MAX_SAFE_INTEGER}`;
}
