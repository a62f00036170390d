import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { GLOBAL_TABLES, isTenantTable, LOCAL_TABLES } from "./tables";
import { asOwner } from "./testing/as-role";

const script = readFileSync(new URL("distribute.sql", import.meta.url), "utf8");
const madeGlobal = named("make_global");
const spread = named("spread_by_company");

let tables: string[];
let references: { from: string; to: string }[];

beforeAll(async () => {
  await asOwner(async (client) => {
    const inPublic = "relnamespace = 'public'::regnamespace and relkind in ('r', 'p')";
    const actual = await client.query<{ name: string }>(`select relname as name from pg_class where ${inPublic}`);
    const keys = await client.query<{ from: string; to: string }>(
      "select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f'",
    );
    tables = actual.rows.map((row) => row.name);
    references = keys.rows;
  });
});

test("every table is distributed by company, a reference table, or named as local", () => {
  expect([...spread].sort()).toEqual(tables.filter(isTenantTable).sort());
  expect([...madeGlobal].sort()).toEqual([...GLOBAL_TABLES].sort());
  expect([...spread, ...madeGlobal, ...LOCAL_TABLES].sort()).toEqual([...tables].sort());
});

test("the script names the local tables", () => {
  for (const table of LOCAL_TABLES) expect(script).toMatch(new RegExp(`^-- Local .*\\b${table}\\b`, "m"));
});

test("a table comes after every table that it refers to", () => {
  const order = [...madeGlobal, ...spread];
  const among = references.filter(({ from, to }) => order.includes(from) && from !== to && !LOCAL_TABLES.includes(to));
  expect(among.length).toBeGreaterThan(0);
  expect(among.filter(({ from, to }) => order.indexOf(from) < order.indexOf(to) || !order.includes(to))).toEqual([]);
});

test("a local table refers to no distributed table", () => {
  expect(references.filter(({ from, to }) => !spread.includes(from) && spread.includes(to))).toEqual([]);
});

function named(verb: string): string[] {
  return [...script.matchAll(new RegExp(`^select pg_temp\\.${verb}\\('(\\w+)'\\);$`, "gm"))].map(
    ([, name]) => name ?? "",
  );
}
