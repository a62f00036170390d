import type { SqlTx } from "@/lib/platform/sql/in-company";

/**
 * Waits for running changes of the company's caps and blocks new ones until the transaction ends, so that a cap starts
 * between two conversions. The lock is shared among decisions. It is a statement without a table, because on Citus a
 * lock beside a table is taken on the table's worker.
 */
export async function holdCaps(tx: SqlTx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock_shared(hashtextextended('caps', ${tx.company}::bigint)) is null as held`;
}
