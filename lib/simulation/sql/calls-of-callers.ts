import type { EarlierCall } from "@/lib/call/domain/evaluation-facts";
import type { Owner } from "@/lib/party/sql/lock-owner";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { callsOf } from "./past-calls";

const CALLS_OF_A_CALLER = 1_000;

type Row = { hash: string; started_at: Date; buyer_converted: boolean; offer_converted: boolean; connected: boolean };

/** Current calls of these caller hashes with an owner in a range, nearest first. */
export async function readCallsOfCallers(
  tx: SqlTx,
  owner: Owner,
  { hashes, from, until }: { readonly hashes: readonly string[]; readonly from: Date; readonly until: Date },
): Promise<ReadonlyMap<string, readonly EarlierCall[]>> {
  const byHash = new Map(hashes.map((hash): [string, EarlierCall[]] => [hash, []]));
  if (hashes.length === 0) return byHash;
  const rows = await tx.$queryRaw<Row[]>`
    select wanted.hash, c.*
    from unnest(${hashes}::text[]) as wanted(hash)
    cross join lateral (
      select call.started_at, call.buyer_converted, call.offer_converted,
        call.answered_at is not null or coalesce(call.connected_seconds, call.duration_seconds, 0) > 0 as connected
      from call
      where call.company_id = ${tx.company} and ${callsOf(owner)} and call.caller_hash = decode(wanted.hash, 'hex')
        and call.started_at >= ${from}::timestamptz and call.started_at < ${until}::timestamptz
      order by call.started_at desc, call.id desc limit ${CALLS_OF_A_CALLER}
    ) c`;
  for (const { hash, started_at, buyer_converted, offer_converted, connected } of rows) {
    const converted = "buyerId" in owner ? buyer_converted : offer_converted;
    byHash.get(hash)?.push({ startedAt: started_at, converted, connected });
  }
  return byHash;
}
