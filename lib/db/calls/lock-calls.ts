import type { CallState } from "@/lib/domain/conversion/call-state";
import type { Tx } from "../in-company";
import { type CallRow, callState } from "./call-row";

export type LockedCall = { readonly uuid: string; readonly serviceMonth: string; readonly state: CallState };

/** Locked in id order, so that two batches that share calls wait for each other instead of dead-locking. */
export async function lockCalls(
  tx: Tx,
  ids: readonly number[],
  uuids: readonly string[],
  timeZone: string,
): Promise<LockedCall[]> {
  const rows = await tx.$queryRaw<CallRow[]>`
    select id, uuid::text, offer_id, started_at,
      to_char(started_at at time zone ${timeZone}, 'YYYY-MM-01') as service_month,
      version, buyer_id, buyer_converted, buyer_mechanism, buyer_explicit, buyer_decided_at, buyer_stated_at,
      buyer_rule_id, buyer_locked, revenue_minor, revenue_from,
      traffic_source_id, offer_converted, offer_mechanism, offer_explicit, offer_decided_at, offer_stated_at,
      offer_rule_id, offer_locked, payout_minor, payout_from, payout_terms_id, charge_version, payout_version
    from call
    where company_id = ${tx.company} and (id = any(${ids}::bigint[]) or uuid = any(${uuids}::uuid[]))
    order by id
    for update`;
  return rows.map((row) => ({ uuid: row.uuid, serviceMonth: row.service_month, state: callState(row) }));
}
