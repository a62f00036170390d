import pg from "pg";

/** Runs `work` as the migrating role, in a transaction that is rolled back. */
export function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  return rolledBack("MIGRATION_URL", work);
}

/** Runs `work` as the server's role, in a transaction that is rolled back. */
export function asServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  return rolledBack("DATABASE_URL", work);
}

async function rolledBack<T>(variable: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env[variable] });
  await client.connect();
  try {
    await client.query("begin");
    return await work(client);
  } finally {
    await client.end();
  }
}

export type Refusal = { readonly code: string; readonly message: string };

/** How the database rejects the statement, or null if it accepts it; the transaction continues either way. */
export async function refusalOf(client: pg.Client, sql: string, values: unknown[] = []): Promise<Refusal | null> {
  await client.query("savepoint attempt");
  try {
    await client.query(sql, values);
    return null;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return { code: error.code ?? "", message: error.message };
  } finally {
    await client.query("rollback to savepoint attempt");
  }
}

export async function speakFor(client: pg.Client, company: string): Promise<void> {
  await client.query("select set_company($1)", [company]);
}

export async function speakForNobody(client: pg.Client): Promise<void> {
  await client.query("set local callmark.company_id to default");
}
