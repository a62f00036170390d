import type pg from "pg";

/** Rolls back and gives the connection back to the pool, or throws it away where it is broken. */
export async function rollBackAndRelease(connection: pg.PoolClient): Promise<void> {
  let broken: Error | undefined;
  await connection.query("rollback").catch((failure: Error) => {
    broken = failure;
  });
  connection.release(broken);
}
