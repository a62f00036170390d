import type { SqlTx } from "@/lib/platform/sql/in-company";

export type SoughtCall = {
  readonly buyerId: number;
  /** Hashes of the caller's number, in each way of writing it. */
  readonly callerHashes: readonly Uint8Array[];
  readonly from: Date;
  readonly until: Date;
};

/** The first calls of a caller to a buyer that started in this range, both ends included. */
export async function findCallsOfCaller(tx: SqlTx, sought: SoughtCall, limit = 20): Promise<number[]> {
  const hashes = sought.callerHashes.map((hash) => `\\x${Buffer.from(hash).toString("hex")}`);
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    select call.id from call
    where call.company_id = ${tx.company} and call.caller_hash = any(${hashes}::bytea[])
      and call.buyer_id = ${sought.buyerId}::bigint
      and call.started_at between ${sought.from}::timestamptz and ${sought.until}::timestamptz
    order by call.started_at, call.id limit ${limit}`;
  return rows.map(({ id }) => Number(id));
}
