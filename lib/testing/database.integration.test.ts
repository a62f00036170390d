import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(() => client.connect());
afterAll(() => client.end());

test("a test file gets its own migrated database", async () => {
  const { rows } = await client.query("select count(*)::int as migrations from _prisma_migrations");
  expect(rows[0].migrations).toBeGreaterThan(0);
});

test("the tests' role is neither superuser nor owner", async () => {
  const { rows } = await client.query(
    `select rolsuper, rolbypassrls, pg_has_role(rolname, datdba, 'member') as owns
     from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owns: false }]);
});
