import type { SqlTx } from "@/lib/platform/sql/in-company";

/**
 * Until the transaction ends nobody makes or changes a cap of the company, and whoever was at it has finished: a cap begins
 * between two conversions. Shared with all others who decide calls. A statement of its own, without a table: beside one the
 * lock would be taken on the worker that holds the table.
 */
export async function holdCaps(tx: SqlTx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock_shared(hashtextextended('caps', ${tx.company}::bigint)) is null as held`;
}
