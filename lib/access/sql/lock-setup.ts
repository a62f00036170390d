import type { OpenTx } from "@/lib/platform/sql/in-company";

/** Whether there is no company yet; until the end of the transaction, nobody else can be answered yes. */
export async function lockSetup(client: OpenTx): Promise<boolean> {
  await client.$executeRaw`select pg_advisory_xact_lock(hashtextextended('setup', 0))`;
  // A statement of its own, which sees what was committed while the lock was waited for.
  const rows = await client.$queryRaw<unknown[]>`select from company limit 1`;
  return rows.length === 0;
}
