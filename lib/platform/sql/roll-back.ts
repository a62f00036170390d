import type pg from "pg";

/** Rolls back and returns the connection to the pool, or closes it if broken. */
export async function rollBackAndRelease(connection: pg.PoolClient): Promise<void> {
  let broken: Error | undefined;
  await connection.query("rollback").catch((failure: Error) => {
    broken = failure;
  });
  connection.release(broken);
}
