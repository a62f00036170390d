import type { Owner } from "@/lib/party/sql/lock-owner";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { callsOf } from "./past-calls";

export type SimulatedParties = {
  readonly offerIds: readonly number[];
  readonly buyerIds: readonly number[];
  readonly sourceIds: readonly number[];
  readonly termsIds: readonly number[];
};

type Row = {
  offer_id: bigint;
  buyer_id: bigint | null;
  traffic_source_id: bigint | null;
  payout_terms_id: bigint | null;
};

/** The parties of an owner's calls from a moment on, and the terms that priced their payouts. */
export async function readSimulatedParties(tx: SqlTx, owner: Owner, from: Date): Promise<SimulatedParties> {
  const rows = await tx.$queryRaw<Row[]>`
    select distinct offer_id, buyer_id, traffic_source_id, payout_terms_id from call
    where call.company_id = ${tx.company} and ${callsOf(owner)} and call.started_at >= ${from}::timestamptz`;
  const ids = (column: keyof Row) => [...new Set(rows.flatMap(({ [column]: id }) => (id === null ? [] : Number(id))))];
  return {
    offerIds: ids("offer_id"),
    buyerIds: ids("buyer_id"),
    sourceIds: ids("traffic_source_id"),
    termsIds: ids("payout_terms_id"),
  };
}
