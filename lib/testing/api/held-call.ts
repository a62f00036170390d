import pg from "pg";
import { expect } from "vitest";
import type { Company } from "@/lib/company/domain/company";

const WAIT_AT_MOST_MS = 20_000;
/** Time for a write to reach the lock. A write that shares a transaction with the first never waits visibly. */
const GRACE_MS = 500;

/** A connection that locks the row of a call, so that a test controls the order of writes. */
export class HeldCall {
  private constructor(private readonly client: pg.Client) {}

  static async hold({ company }: { readonly company: Company }, callId: number): Promise<HeldCall> {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query("begin");
    await client.query("select set_company($1)", [company.id]);
    await client.query("select from call where company_id = $1 and id = $2 for update", [company.id, callId]);
    return new HeldCall(client);
  }

  /**
   * Makes two writes meet: the first waits for the call; the second has read and waits behind the first. Then releases
   * the lock.
   */
  async meet<First, Second>(first: () => Promise<First>, second: () => Promise<Second>): Promise<[First, Second]> {
    try {
      const one = first();
      await expect.poll(() => this.waiting(), { timeout: WAIT_AT_MOST_MS, interval: 10 }).toBeGreaterThan(0);
      const other = second();
      const until = performance.now() + GRACE_MS;
      while ((await this.waiting()) < 2 && performance.now() < until);
      await this.release();
      return await Promise.all([one, other]);
    } finally {
      await this.release();
    }
  }

  private async waiting(): Promise<number> {
    const { rows } = await this.client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0]?.count ?? 0;
  }

  private released = false;
  private async release(): Promise<void> {
    if (this.released) return;
    this.released = true;
    await this.client.query("rollback");
    await this.client.end();
  }
}
