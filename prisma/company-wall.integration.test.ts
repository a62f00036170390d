import type pg from "pg";
import { expect, test } from "vitest";
import { isTenantTable } from "./scale/tables";
import { asServer, type Refusal, refusalOf, speakFor, speakForNobody } from "./scale/testing/as-role";
import { type CompanyWithEverything, givenCompanyWithEverything } from "./scale/testing/company-with-everything";

const NO_SUCH_ROW = "23503";

type Scene = { client: pg.Client; tables: string[]; ours: CompanyWithEverything; theirs: CompanyWithEverything };

/** As the server: two companies with a row in every tenant table; the transaction has no company set. */
function withTwoCompanies<T>(work: (scene: Scene) => Promise<T>): Promise<T> {
  return asServer(async (client) => {
    const theirs = await givenCompanyWithEverything(client, "Birch Roofing");
    const ours = await givenCompanyWithEverything(client, "Acme Home Services");
    await speakForNobody(client);
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
    );
    return work({ client, tables: rows.map((row) => row.name).filter(isTenantTable), ours, theirs });
  });
}

/** The answer that all tables share, or the tables with another answer. */
async function askEach<T>(tables: string[], ask: (table: string) => Promise<T>): Promise<Record<string, T>> {
  const answers: Record<string, T> = {};
  for (const table of tables) answers[table] = await ask(table);
  return answers;
}

const answerFor = <T>(tables: string[], answer: T) => Object.fromEntries(tables.map((table) => [table, answer]));
const BEHIND_THE_WALL = "new row violates row-level security policy";
const NOT_GRANTED = "permission denied for table";

/** Without the table's name, which on a cluster is the name of a shard. */
const reasonOf = (refusal: Refusal | null) => refusal?.message.split(/(?<=policy|table)\b/)[0] ?? "let through";

async function count(client: pg.Client, table: string, company?: string): Promise<number | null> {
  const where = company ? "where company_id = $1" : "";
  return (await client.query(`select from ${table} ${where}`, company ? [company] : [])).rowCount;
}

type Row = Readonly<Record<string, unknown>>;

async function rowOf(client: pg.Client, table: string, company: string): Promise<Row> {
  await speakFor(client, company);
  const generated = `select attname::text from pg_attribute where attrelid = $2::regclass and attgenerated <> ''`;
  const sql = `select to_jsonb(t) - array(${generated}) as row from ${table} t where company_id = $1`;
  const [actual] = (await client.query<{ row: Row }>(sql, [company, table])).rows;
  if (!actual) throw new Error(`The company has no row in ${table}: add one to givenCompanyWithEverything.`);
  return actual.row;
}

/** Row-level security is checked before keys, so a copy of an existing row fails there first. */
async function insertCopy(client: pg.Client, table: string, row: Row): Promise<string> {
  const columns = Object.keys(row).map((column) => client.escapeIdentifier(column));
  const places = columns.map((_, index) => `$${index + 1}`);
  const sql = `insert into ${table} (${columns.join(", ")}) overriding system value values (${places.join(", ")})`;
  return reasonOf(await refusalOf(client, sql, Object.values(row)));
}

test("the server's role is no superuser, bypasses no row-level security and owns no table", async () => {
  const { rows } = await asServer((client) =>
    client.query(`select rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owns
                    from pg_roles r where rolname = current_user`),
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owns: 0 }]);
});

test("without a company every tenant table is empty and accepts no row", async () => {
  await withTwoCompanies(async ({ client, tables, ours }) => {
    expect(await askEach(tables, (table) => count(client, table))).toEqual(answerFor(tables, 0));
    const refused = await askEach(tables, async (table) => {
      const row = await rowOf(client, table, ours.id);
      await speakForNobody(client);
      return insertCopy(client, table, row);
    });
    expect(refused).toEqual(answerFor(tables, BEHIND_THE_WALL));
  });
});

test("with a company only its own rows are visible", async () => {
  await withTwoCompanies(async ({ client, tables, ours, theirs }) => {
    await speakFor(client, ours.id);
    for (const table of tables) expect(await count(client, table, ours.id), table).toBeGreaterThan(0);
    expect(await askEach(tables, (table) => count(client, table, theirs.id))).toEqual(answerFor(tables, 0));
  });
});

test("a row cannot be inserted into another company, nor moved to one", async () => {
  await withTwoCompanies(async ({ client, tables, ours, theirs }) => {
    const inserted = await askEach(tables, async (table) => {
      const row = await rowOf(client, table, theirs.id);
      await speakFor(client, ours.id);
      return insertCopy(client, table, row);
    });
    expect(inserted).toEqual(answerFor(tables, BEHIND_THE_WALL));

    for (const table of tables) {
      const sql = `update ${table} set company_id = $2 where company_id = $1`;
      const reason = reasonOf(await refusalOf(client, sql, [ours.id, theirs.id]));
      expect([BEHIND_THE_WALL, NOT_GRANTED], `${table}: ${reason}`).toContain(reason);
    }
  });
});

test("another company's rows can be neither updated nor deleted", async () => {
  await withTwoCompanies(async ({ client, tables, ours, theirs }) => {
    await speakFor(client, ours.id);
    for (const table of tables) {
      for (const sql of [`update ${table} set company_id = company_id`, `delete from ${table}`]) {
        const reason = reasonOf(await refusalOf(client, `${sql} where company_id = $1`, [theirs.id]));
        expect(["let through", NOT_GRANTED], `${sql}: ${reason}`).toContain(reason);
      }
    }
    await speakFor(client, theirs.id);
    for (const table of tables) expect(await count(client, table, theirs.id), table).toBeGreaterThan(0);
  });
});

test("a key cannot refer to another company's row", async () => {
  await withTwoCompanies(async ({ client, ours, theirs }) => {
    await speakFor(client, ours.id);
    const attempts: [sql: string, values: string[]][] = [
      ["insert into call (company_id, offer_id, started_at) values ($1, $2, now())", [ours.id, theirs.offer]],
      ["update call set buyer_id = $2 where company_id = $1", [ours.id, theirs.buyer]],
      ["insert into account (company_id, kind, buyer_id) values ($1, 'buyer_receivable', $2)", [ours.id, theirs.buyer]],
      [
        "insert into balance (company_id, account_id, booked_on, kind, offer_id) values ($1, $2, now(), 'charge', 0)",
        [ours.id, theirs.receivable],
      ],
      ["update ledger_head set revenue_account_id = $2 where company_id = $1", [ours.id, theirs.receivable]],
      ["update call_person set call_id = $2 where company_id = $1", [ours.id, theirs.call]],
      ["update change_note set call_id = $2 where company_id = $1", [ours.id, theirs.call]],
    ];
    for (const [sql, values] of attempts) {
      expect((await refusalOf(client, sql, values))?.code, sql).toBe(NO_SUCH_ROW);
    }
  });
});
