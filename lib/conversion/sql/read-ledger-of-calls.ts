import type { CallState } from "@/lib/call/domain/call-state";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { entryKey, type LedgerOfCalls } from "../domain/entries";

type Row = {
  open_from: string | null;
  posted: { call_id: number; version: number; kind: "charge" | "payout"; service_date: string; booked_on: string }[];
  queued: { call_id: number; version: number; service_date: string }[];
};

/** What the ledger holds of the standing charges and payouts of these calls. */
export async function readLedgerOfCalls(tx: SqlTx, states: readonly CallState[]): Promise<LedgerOfCalls> {
  const wanted = states.flatMap(({ id, buyer, offer }) => [
    ...(buyer.billedVersion === null ? [] : [{ id, version: buyer.billedVersion, kind: "charge" }]),
    ...(offer.billedVersion === null ? [] : [{ id, version: offer.billedVersion, kind: "payout" }]),
  ]);
  const [row] = await tx.$queryRaw<Row[]>`
    select
      (select to_char(h.closed_through + interval '1 month', 'YYYY-MM-DD') from ledger_head h
        where h.company_id = ${tx.company}) as open_from,
      (select coalesce(jsonb_agg(to_jsonb(found)), '[]')
        from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(id bigint, version integer, kind text)
        cross join lateral (
          select w.id as call_id, e.version, e.kind, to_char(e.service_date, 'YYYY-MM-DD') as service_date,
            to_char(e.booked_on, 'YYYY-MM-DD') as booked_on
          from entry e
          where e.company_id = ${tx.company} and e.source = 'call' and e.number = w.id and e.version = w.version
            and e.kind = w.kind offset 0
        ) found) as posted,
      (select coalesce(jsonb_agg(to_jsonb(waits)), '[]')
        from unnest(${states.map(({ id }) => id)}::bigint[]) as w(id)
        cross join lateral (
          select q.call_id, q.version, to_char(q.service_date, 'YYYY-MM-DD') as service_date from billing_queue q
          where q.company_id = ${tx.company} and q.call_id = w.id offset 0
        ) waits) as queued`;
  if (!row) throw new Error("a select without a from clause returned no row");
  return {
    openFrom: row.open_from,
    posted: new Map(
      row.posted.map((entry) => [
        entryKey(entry.call_id, entry.version, entry.kind),
        { serviceDate: entry.service_date, bookedOn: entry.booked_on },
      ]),
    ),
    queued: new Map(
      row.queued.flatMap(({ call_id, version, service_date }) =>
        (["charge", "payout"] as const).map((kind) => [entryKey(call_id, version, kind), service_date] as const),
      ),
    ),
  };
}
