import type pg from "pg";
import { describe, expect, test } from "vitest";
import { APPEND_ONLY_TABLES } from "./scale/tables";
import { asOwner, asServer, refusalOf } from "./scale/testing/as-role";
import { givenCompanyWithEverything } from "./scale/testing/company-with-everything";

const APPEND_ONLY = "23000";
const NOT_GRANTED = "42501";

async function refusals(client: pg.Client, table: string) {
  const { id } = await givenCompanyWithEverything(client, "Acme Home Services");
  const { rowCount } = await client.query(`select from ${table} where company_id = $1`, [id]);
  expect(rowCount).toBe(1);
  return {
    update: await refusalOf(client, `update ${table} set company_id = company_id where company_id = $1`, [id]),
    delete: await refusalOf(client, `delete from ${table} where company_id = $1`, [id]),
    upsert: await refusalOf(
      client,
      `insert into ${table} overriding system value select * from ${table} where company_id = $1
           on conflict on constraint ${table}_pkey do update set company_id = excluded.company_id`,
      [id],
    ),
    truncate: await refusalOf(client, `truncate ${table} cascade`),
  };
}

test("a sealed fact gets its link once, and nothing else of it changes", async () => {
  await asOwner(async (client) => {
    const { id } = await givenCompanyWithEverything(client, "Acme Home Services");
    const keep = "insert into ledger_fact (company_id, kind, number, place, content) values ($1, 'account', 9, 0, 'a')";
    await client.query(keep, [id]);
    const refused = expect.objectContaining({ code: APPEND_ONLY });
    for (const statement of [
      "update ledger_fact set content = 'b', rollup_number = 2 where company_id = $1 and number = 9",
      "update ledger_fact set rollup_number = 2 where company_id = $1 and rollup_number = 1",
      "delete from ledger_fact where company_id = $1",
    ])
      expect(await refusalOf(client, statement, [id])).toEqual(refused);
    const { rowCount } = await client.query(
      "update ledger_fact set rollup_number = 2 where company_id = $1 and number = 9",
      [id],
    );
    expect(rowCount).toBe(1);
  });
});

describe.each(APPEND_ONLY_TABLES)("a row of %s", (table) => {
  test("cannot be rewritten by the owner", async () => {
    const refused = expect.objectContaining({ code: APPEND_ONLY });
    expect(await asOwner((client) => refusals(client, table))).toEqual({
      update: refused,
      delete: refused,
      upsert: refused,
      truncate: refused,
    });
  });

  test("cannot be rewritten by the server", async () => {
    const refused = { code: NOT_GRANTED, message: `permission denied for table ${table}` };
    const all = await asServer((client) => refusals(client, table));
    expect(all).toEqual({
      update: refused,
      delete: refused,
      upsert: refused,
      truncate: expect.objectContaining({ code: NOT_GRANTED }),
    });
  });
});
