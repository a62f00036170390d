import type { EarlierCall } from "@/lib/domain/evaluation/call-facts";
import type { SqlTx } from "../in-company";

/** Whose earlier calls: the same caller's to the same buyer, or for the same offer. */
export type EarlierWanted = {
  readonly callId: number;
  readonly callerHash: string;
  readonly startedAt: Date;
  readonly buyerId: number | null;
  readonly offerId: number | null;
  readonly windowSeconds: number;
};

type Row = { key: number; started_at: Date; converted: boolean; connected: boolean };

/** Nearest first, in the order of what was asked. At most the nearest thousand of each. */
export async function findEarlierCalls(tx: SqlTx, wanted: readonly EarlierWanted[]): Promise<EarlierCall[][]> {
  const found = wanted.map((): EarlierCall[] => []);
  if (wanted.length === 0) return found;
  const asked = JSON.stringify(wanted.map((each, key) => ({ ...each, key })));
  const rows = await tx.$queryRaw<Row[]>`
    select w.key, e.started_at, e.converted, e.connected
    from jsonb_to_recordset(${asked}::jsonb) as w(key integer, "callId" bigint, "callerHash" text,
      "startedAt" timestamptz, "buyerId" bigint, "offerId" bigint, "windowSeconds" integer)
    cross join lateral (
      select c.started_at, c.answered_at is not null or coalesce(c.connected_seconds, c.duration_seconds, 0) > 0 as connected,
        case when w."buyerId" is not null then c.buyer_converted else c.offer_converted end as converted
      from call c
      where c.company_id = ${tx.company} and c.caller_hash = decode(w."callerHash", 'hex')
        and c.started_at <= w."startedAt"
        and c.started_at > w."startedAt" - w."windowSeconds" * interval '1 second'
        and (c.started_at < w."startedAt" or c.id < w."callId")
        and (w."buyerId" is null or c.buyer_id = w."buyerId") and (w."offerId" is null or c.offer_id = w."offerId")
      order by c.started_at desc, c.id desc limit 1000
    ) e
    order by w.key, e.started_at desc`;
  for (const { key, started_at, converted, connected } of rows) {
    found[key]?.push({ startedAt: started_at, converted, connected });
  }
  return found;
}
