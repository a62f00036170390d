import pg from "pg";
import type { Context } from "@/lib/access/context";

/** A connection of the server's role that locks ledgers, like a long closing. */
export class HeldLedgers {
  private constructor(private readonly client: pg.Client) {}

  static async of(...companies: readonly Pick<Context, "company">[]): Promise<HeldLedgers> {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query("begin");
    for (const { company } of companies) {
      await client.query("select set_company($1)", [company.id]);
      await client.query("select from ledger_head where company_id = $1 for update", [company.id]);
    }
    return new HeldLedgers(client);
  }

  async release(): Promise<void> {
    await this.client.query("rollback");
    await this.client.end();
  }
}
