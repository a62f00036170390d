import pg from "pg";
import { expect } from "vitest";

/** A connection of the server's role that blocks writers of a table. */
export class LockedTable {
  private constructor(private readonly client: pg.Client) {}

  /** Blocks rollups. */
  static balance(): Promise<LockedTable> {
    return LockedTable.lock("balance");
  }

  /** Blocks saves. */
  static queue(): Promise<LockedTable> {
    return LockedTable.lock("billing_queue");
  }

  /** Blocks everything that locks the ledger head. */
  static head(): Promise<LockedTable> {
    return LockedTable.lock("ledger_head");
  }

  private static async lock(table: string): Promise<LockedTable> {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query("begin");
    await client.query(`lock table ${table} in exclusive mode`);
    return new LockedTable(client);
  }

  /** The process id of the waiting connection, as soon as there is one. */
  async waiting(): Promise<number> {
    let actual: number | undefined;
    await expect
      .poll(
        async () => {
          const { rows } = await this.client.query<{ pid: number }>(
            `select pid from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock' and pg_backend_pid() = any(pg_blocking_pids(pid))`,
          );
          actual = rows[0]?.pid;
          return actual;
        },
        { timeout: 200_000, interval: 20 },
      )
      .toBeDefined();
    return actual ?? 0;
  }

  /** Resolves when another connection waits for the waiting one. */
  async secondWaiting(): Promise<void> {
    const first = await this.waiting();
    await expect
      .poll(
        async () => {
          const { rows } = await this.client.query(
            "select from pg_stat_activity where datname = current_database() and $1 = any(pg_blocking_pids(pid))",
            [first],
          );
          return rows.length;
        },
        { timeout: 20_000, interval: 20 },
      )
      .toBeGreaterThan(0);
  }

  async terminate(pid: number): Promise<void> {
    await this.client.query("select pg_terminate_backend($1)", [pid]);
  }

  async release(): Promise<void> {
    await this.client.query("rollback");
    await this.client.end();
  }
}
