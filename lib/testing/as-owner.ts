import pg from "pg";

/** Runs SQL for a company as the owner of the tables, with rights that no server role has. */
export async function asOwner(companyId: number, statement: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.MIGRATION_URL });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_company($1)", [companyId]);
    await client.query(statement, values);
    await client.query("commit");
  } finally {
    await client.end();
  }
}
