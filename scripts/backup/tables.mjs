import { Failure } from "../setup/failure.mjs";

/**
 * @import { ClientBase } from "pg"
 * @typedef {{ name: string, columns: string[], sequence: string | null, isWalled: boolean, isCopied: boolean }} Table
 */

/** The history of migrations is made again by the migrations. */
const LEFT_OUT = ["_prisma_migrations"];

/** Their rows are not copied: a session that was ended since must not come back, so everybody signs in again. */
const SHORT_LIVED = ["passkey_challenge", "request_count", "session", "sign_in_throttle"];

const TABLES = `
  select t.relname as name, t.relforcerowsecurity as "isWalled", t.relname <> all($2) as "isCopied",
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
      where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select pg_get_serial_sequence(format('%I.%I', n.nspname, t.relname), a.attname) from pg_attribute a
      where a.attrelid = t.oid and a.attidentity <> '') as sequence,
    array(select distinct r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
      where k.conrelid = t.oid and k.contype = 'f' and k.confrelid <> t.oid) as "refersTo"
  from pg_class t join pg_namespace n on n.oid = t.relnamespace
  where n.nspname = 'public' and t.relkind in ('r', 'p') and not t.relispartition and t.relname <> all($1)
  order by t.relname`;

/**
 * The application's tables, each after those that its rows refer to.
 * @param {ClientBase} client
 * @returns {Promise<Table[]>}
 */
export async function listTables(client) {
  const { rows } = await client.query(TABLES, [LEFT_OUT, SHORT_LIVED]);
  /** @type {Table[]} */
  const sorted = [];
  let waiting = /** @type {(Table & { refersTo: string[] })[]} */ (rows);
  while (waiting.length > 0) {
    const names = waiting.map(({ name }) => name);
    const next = waiting.filter(({ refersTo }) => !refersTo.some((name) => names.includes(name)));
    if (next.length === 0) throw new Failure(`These tables refer to each other in a circle: ${names.join(", ")}.`);
    sorted.push(...next.map(({ refersTo: _, ...table }) => table));
    waiting = waiting.filter((table) => !next.includes(table));
  }
  return sorted;
}

/** @param {readonly string[]} names */
export const quoted = (names) => names.map((name) => `"${name.replaceAll('"', '""')}"`).join(", ");
