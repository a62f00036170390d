import { expect, test } from "vitest";
import { APPEND_ONLY_TABLES, GLOBAL_TABLES, isTenantTable } from "./scale/tables";
import { asOwner } from "./scale/testing/as-role";

type Row = Record<string, unknown> & { table: string };

/** Catalog rows of the tables in `public`: `t` is the table, `where` filters. */
async function catalog(columns: string, joins = "", where = "true"): Promise<Row[]> {
  const sql = `
    select t.relname as table, ${columns}
      from pg_class t ${joins}
     where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and (${where})
     order by 1`;
  return asOwner(async (client) => (await client.query<Row>(sql)).rows);
}

async function tenantCatalog(columns: string, joins?: string, where?: string): Promise<Row[]> {
  return (await catalog(columns, joins, where)).filter((row) => isTenantTable(row.table));
}

const namesOf = (rows: Row[]) => [...new Set(rows.map((row) => row.table))];

test("global and local tables are exactly the named ones; every other has a company and row-level security", async () => {
  const open = await catalog("1", "", "not t.relforcerowsecurity and t.relname <> '_prisma_migrations'");
  expect(namesOf(open)).toEqual([...GLOBAL_TABLES, "installation", "request_count", "sign_in_throttle"].sort());
});

test("global tables show all rows, and are written for the company of the transaction only", async () => {
  const without = await catalog("1", "", "not t.relrowsecurity and t.relname <> '_prisma_migrations'");
  expect(namesOf(without)).toEqual(["installation", "passkey_challenge", "request_count", "sign_in_throttle"]);
  const policies = await catalog(
    "p.polname as name, p.polcmd as command, pg_get_expr(coalesce(p.polqual, p.polwithcheck), p.polrelid) as rule",
    "join pg_policy p on p.polrelid = t.oid",
    "not t.relforcerowsecurity and t.relname <> 'company'",
  );
  const walled = GLOBAL_TABLES.filter((table) => !["company", "passkey_challenge"].includes(table));
  expect(policies).toHaveLength(2 * walled.length);
  expect(policies).toEqual(
    expect.arrayContaining(
      walled.flatMap((table) => [
        { table, name: "found_by_all", command: "r", rule: "true" },
        { table, name: "company_wall", command: "*", rule: "(company_id = current_company())" },
      ]),
    ),
  );
});

test("every tenant table has a company, which comes from the row it refers to", async () => {
  const tables = namesOf(await tenantCatalog("1"));
  const columns = await tenantCatalog(
    "1",
    "join pg_attribute a on a.attrelid = t.oid",
    "a.attname = 'company_id' and a.attnum = 1 and a.attnotnull and a.atttypid = 'bigint'::regtype",
  );
  const references = await tenantCatalog(
    "k.confrelid::regclass::text as target",
    "join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'",
    "not exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = any(k.conkey) and not a.attnotnull)",
  );
  const reachCompany = (table: string): boolean =>
    references.some((row) => row.table === table && (row.target === "company" || reachCompany(String(row.target))));
  expect(tables).toContain("call");
  expect(namesOf(columns)).toEqual(tables);
  // Queues, lock rows and the feed, which copies its queue, have no foreign keys, so they wait for no locks of other tables.
  expect(tables.filter((table) => !reachCompany(table))).toEqual([
    "billing_queue",
    "caller",
    "feed",
    "feed_queue",
    "idempotency_key",
  ]);
});

test("company_id comes first in every primary key and index of a tenant table", async () => {
  const indexes = await tenantCatalog(
    "pg_get_indexdef(i.indexrelid) as index, pg_get_indexdef(i.indexrelid, 1, true) as first, i.indisprimary as primary",
    "join pg_index i on i.indrelid = t.oid",
  );
  expect(indexes.filter((row) => row.first !== "company_id")).toEqual([]);
  expect(namesOf(indexes.filter((row) => row.primary))).toEqual(namesOf(await tenantCatalog("1")));
});

test("the planner keeps no statistics of company_id", async () => {
  const stored = await tenantCatalog(
    "a.attstattarget",
    "join pg_attribute a on a.attrelid = t.oid",
    "a.attname = 'company_id' and a.attstattarget is distinct from 0",
  );
  expect(namesOf(stored)).toEqual([]);
});

test("a foreign key of a tenant table refers to a row of the same company", async () => {
  const keys = await tenantCatalog(
    `pg_get_constraintdef(k.oid) as definition, k.confrelid::regclass::text as target,
     (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) as first,
     (select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1]) as target_first`,
    "join pg_constraint k on k.conrelid = t.oid",
    "k.contype = 'f'",
  );
  const leads = (row: Row) =>
    row.target === "company" || (isTenantTable(String(row.target)) && row.target_first === "company_id");
  expect(keys.filter((row) => row.first !== "company_id" || !leads(row))).toEqual([]);
});

test("no key is deferrable or cascades, and no constraint is a trigger", async () => {
  const keys = await catalog(
    "pg_get_constraintdef(k.oid) as definition",
    "join pg_constraint k on k.conrelid = t.oid",
    "k.condeferrable or k.contype in ('t', 'x') or (k.contype = 'f' and (k.confdeltype <> 'a' or k.confupdtype <> 'a'))",
  );
  expect(keys).toEqual([]);
});

test("ids are bigint identities that no statement can set, and nothing else uses a sequence", async () => {
  const columns = await catalog(
    "a.attname as column, a.attidentity as identity, a.atttypid::regtype::text as type",
    "join pg_attribute a on a.attrelid = t.oid left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum",
    "a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like '%nextval%'",
  );
  expect(columns.filter((row) => row.column !== "id" || row.identity !== "a" || row.type !== "bigint")).toEqual([]);
});

test("every tenant table has row-level security, forced, with the company policy and no other", async () => {
  const secured = await tenantCatalog("1", "", "t.relrowsecurity and t.relforcerowsecurity");
  const policies = await tenantCatalog(
    `p.polname as name, p.polcmd as command, p.polpermissive as permissive, p.polroles = '{0}' as everybody,
     pg_get_expr(p.polqual, p.polrelid) as shows, pg_get_expr(p.polwithcheck, p.polrelid) as accepts`,
    "join pg_policy p on p.polrelid = t.oid",
    "p.polname <> 'claimed_only'",
  );
  const tables = namesOf(await tenantCatalog("1"));
  expect(namesOf(secured)).toEqual(tables);
  expect(policies).toEqual(
    tables.map((table) => ({
      table,
      name: "company_wall",
      command: "*",
      permissive: true,
      everybody: true,
      shows: "(company_id = current_company())",
      accepts: null,
    })),
  );
});

test("append-only tables reject rewriting by trigger, and the server's role lacks the grants", async () => {
  const triggers = await catalog(
    `array(select pg_get_triggerdef(g.oid) from pg_trigger g
            where g.tgrelid = t.oid and not g.tgisinternal and g.tgenabled = 'O' order by g.tgname) as triggers`,
    "",
    "t.relname not in ('call_person', 'ledger_fact') and exists (select from pg_trigger g where g.tgrelid = t.oid and not g.tgisinternal)",
  );
  expect(triggers).toEqual(
    APPEND_ONLY_TABLES.map((table) => ({
      table,
      triggers: [
        `CREATE TRIGGER ${table}_append_only BEFORE DELETE OR UPDATE ON public.${table} FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()`,
        `CREATE TRIGGER ${table}_never_truncated BEFORE TRUNCATE ON public.${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`,
      ],
    })),
  );
  const grants = await catalog(
    `has_table_privilege('callmark_app', t.oid, 'update, delete, truncate')
     or has_any_column_privilege('callmark_app', t.oid, 'update') as may_rewrite`,
    "",
    `t.relname in (${APPEND_ONLY_TABLES.map((table) => `'${table}'`).join(", ")})`,
  );
  expect(grants).toEqual(APPEND_ONLY_TABLES.map((table) => ({ table, may_rewrite: false })));
});

test("the server's role owns nothing, truncates no table, and creates no table, trigger or foreign key", async () => {
  const rights = await catalog(
    "t.relowner::regrole::text as owner",
    "",
    `has_table_privilege('callmark_app', t.oid, 'truncate, references, trigger')
     or has_schema_privilege('callmark_app', 'public', 'create')
     or pg_has_role('callmark_app', t.relowner, 'member')`,
  );
  expect(rights).toEqual([]);
});

test("trigger functions do not use their table's name, and send no notifications", async () => {
  const functions = await catalog(
    "p.proname as function, p.pronamespace::regnamespace::text as schema, p.prosrc as source",
    "join pg_trigger g on g.tgrelid = t.oid join pg_proc p on p.oid = g.tgfoid",
    "not g.tgisinternal and (p.pronamespace <> 'public'::regnamespace or p.prosrc ~* 'notify|tg_table|tg_rel')",
  );
  expect(functions).toEqual([]);
});
