import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkQuery, GLOBAL_MARKER } from "./queries/check-query";
import { filesBelow } from "./queries/files-below";
import { statementsOf } from "./queries/queries-in-code";
import { readTenantTables } from "./queries/tenant-tables";

const tenants = readTenantTables();
const faultsOf = (sql: string) => checkQuery({ at: "", sql }, tenants).map((fault) => fault.trim());

const LOOKUP = "lib/access/sql/lookup.ts";
const TEST = /\.test\.tsx?$/;
const SPEAKS_SQL = /^lib\/[a-z-]+\/sql\//;
const SOURCES = filesBelow("lib", /\.ts$/).filter(
  (file) => SPEAKS_SQL.test(file) && !TEST.test(file) && !file.startsWith("lib/platform/sql/generated/"),
);

describe("the statements of the nouns", () => {
  test("are found, and so are the tenant tables", () => {
    expect(SOURCES).toContain(LOOKUP);
    expect(SOURCES.flatMap((file) => statementsOf(file)).length).toBeGreaterThan(20);
    expect(tenants.names).toEqual(expect.arrayContaining(["call", "entry", "ledger_head", "inbox"]));
    expect(tenants.names).not.toContain("member");
  });

  test.each(SOURCES)("bind the company on every tenant table: %s", (file) => {
    const statements = statementsOf(file).filter(
      (statement) => !("sql" in statement && file === LOOKUP && GLOBAL_MARKER.test(statement.sql)),
    );
    expect(statements.flatMap((statement) => checkQuery(statement, tenants))).toEqual([]);
  });

  test("are marked as global only in the lookups", () => {
    const others = SOURCES.filter((file) => file !== LOOKUP);
    expect(others.filter((file) => GLOBAL_MARKER.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  test("are the only SQL of the product", () => {
    const rooms = ["app", "components", "lib"].flatMap((room) => filesBelow(room, /\.tsx?$/));
    const speakers = rooms
      .filter((file) => !SPEAKS_SQL.test(file) && !file.startsWith("lib/testing/") && !TEST.test(file))
      .filter((file) => /\$(query|execute)Raw|Prisma\.(sql|raw)\b/.test(readFileSync(file, "utf8")));
    expect(speakers).toEqual([]);
  });
});

describe("the check accepts", () => {
  test.each([
    "select 1",
    "select set_config('transaction_read_only', 'on', true) from set_company($1)",
    "select id from member where lower(email) = lower($1)",
    "select id from call where company_id = $1",
    "select id from call where $1::bigint = call.company_id",
    "select c.id from call c join entry e on e.company_id = c.company_id and e.number = c.id where c.company_id = $1",
    "select id from call join call_person using (company_id, id) where company_id = $1",
    "select id from call c where c.company_id = $1 and exists (select from entry e where e.company_id = c.company_id)",
    "select id from call c, buyer b where c.company_id = $1 and b.company_id = $1",
    "select extract(day from period), a is distinct from entry from balance where company_id = $1",
    "select id from public.call as c where c.company_id = $1 order by id for no key update of c skip locked",
    "with call as (select 1) select * from call",
    "insert into entry (company_id, number) select company_id, id from call where company_id = $1 on conflict do nothing",
    "insert into entry (number, company_id) select n.id, h.company_id from ledger_head h, unnest($1) as n(id) where h.company_id = $2",
    "insert into call (company_id, offer_id) values ($1, $2), ($1, $3) returning id",
    "insert into balance (company_id, debit) values ($1, $2) on conflict (company_id) do update set debit = excluded.debit",
    "update call set version = s.version from jsonb_to_recordset($1) as s(id bigint) where call.company_id = $2 and call.id = s.id",
    `with batch as materialized (select company_id, call_id from billing_queue where company_id = $1 limit 5)
     update billing_queue q set rollup_number = 1 from batch where q.company_id = $1 and q.call_id = batch.call_id`,
    "select case kind when 'charge' then 1 end from entry where company_id = $1",
    "update call set version = case when version = $2 then 1 end where company_id = $1",
    "-- from entry\nselect 'from call' /* from buyer */",
  ])("%s", (sql) => {
    expect(faultsOf(sql)).toEqual([]);
  });
});

describe("the check rejects", () => {
  const unbound = (table: string, alias = table) =>
    `names ${table} without binding the company: add ${alias}.company_id = the company`;

  test.each([
    ["select id from call", unbound("call")],
    ["select id from call where company_id <> $1", unbound("call")],
    ["select id from call where company_id in ($1, $2)", unbound("call")],
    ["select id from call c join entry e on e.number = c.id where c.company_id = $1", unbound("entry", "e")],
    ["select id from buyer b, call c where b.company_id = $1", unbound("call", "c")],
    [
      "select id from call c where c.company_id = $1 and exists (select from entry e where e.number = c.id)",
      unbound("entry", "e"),
    ],
    ["select id from call where company_id = $1 union all select number from entry", unbound("entry")],
    ["with e as (select * from entry) select * from e", unbound("entry")],
    ["select id from (select * from call) c where c.company_id = $1", unbound("call")],
    ["select (select name from buyer where id = 1)", unbound("buyer")],
    ["select id from (call c cross join entry e) where c.company_id = $1", unbound("entry", "e")],
    ["update call set version = 2 where id = $1", unbound("call")],
    [
      "update call set version = s.version from jsonb_to_recordset($1) s where call.company_id = s.company_id",
      unbound("call"),
    ],
    ["update call set company_id = $1 where company_id = $2", "moves a row to another company"],
    ["update call set company_id = $1 where id = $2", unbound("call")],
    ["delete from billing_queue where rollup_number = $1", unbound("billing_queue")],
    ["delete from inbox using call c where inbox.company_id = $1 and c.id = inbox.call_id", unbound("call", "c")],
    [
      "merge into balance b using entry e on b.account_id = e.number when matched then update set x = 1",
      unbound("balance", "b"),
    ],
    ["insert into entry (number) values ($1)", "inserts into entry without naming company_id among the columns"],
    [
      "insert into entry select * from entry where company_id = $1",
      "inserts into entry without naming company_id among the columns",
    ],
    [
      "insert into entry (company_id, number) select $1::bigint, id from call where company_id = $1",
      "inserts into entry a company that no row it reads gives: SELECT the company_id of a tenant table",
    ],
    [
      "insert into entry (company_id, number) select n.company_id, n.id from jsonb_to_recordset($1) as n(company_id bigint, id bigint)",
      "inserts into entry a company that no row it reads gives: SELECT the company_id of a tenant table",
    ],
    [
      "insert into account (company_id, kind) select company_id, 'revenue' from ledger_head where company_id = $1",
      "inserts into account by SELECT, which must draw its ids: use VALUES",
    ],
    ["truncate call", unbound("call")],
    ["select id from $1 where company_id = $2", "names its table by a value; write the name out"],
    [
      "with new as (insert into call (company_id) values ($1) returning id) select * from new",
      "inserts inside a CTE; make it a statement of its own",
    ],
    [
      "delete from billing_queue where company_id = $1 and call_id in (select 1 limit 10 for update)",
      "claims with IN (SELECT … LIMIT); join a materialized CTE",
    ],
    [
      "update call set version = case version when 1 then 2 end where company_id = $1",
      "writes with CASE x WHEN; say CASE WHEN x =",
    ],
    [
      "select set_config('callmark.company_id', $1, true)",
      "sets the company with set_config, which does not reach the workers",
    ],
  ])("%s", (sql, fault) => {
    expect(faultsOf(sql)).toContain(fault);
  });
});

describe("in a source file", () => {
  const faultsOf = (source: string) =>
    statementsOf("door.ts", source).flatMap((statement) => checkQuery(statement, tenants));

  test("the tables of a fragment are checked, with its location", () => {
    const source = "const a: number = 1;\nconst q = Prisma.sql`where exists (select from entry where number = $1)`;";
    expect(faultsOf(source)).toEqual([
      "door.ts:2 names entry without binding the company: add entry.company_id = the company",
    ]);
  });

  test("untagged text is checked too if it starts like SQL", () => {
    expect(faultsOf('client.query("select id from call where id = $1"); log("We heard from call");')).toHaveLength(1);
  });

  test("a call of a Prisma model names companyId", () => {
    expect(faultsOf("tx.billingQueue.findFirst({ where: { version: 1 } })")).toEqual([
      "door.ts:1 calls billingQueue.findFirst without companyId",
    ]);
    expect(
      faultsOf(
        "tx.billingQueue.findFirst({ where: { companyId } }); tx.member.findMany(); calls.map((call) => call.find())",
      ),
    ).toEqual([]);
  });
});
