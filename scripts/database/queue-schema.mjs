import { readFileSync } from "node:fs";
import { inRoot } from "../setup/paths.mjs";
import { APP_ROLE } from "./roles.mjs";

/** @import { ClientBase } from "pg" */

const SCHEMA = "graphile_worker";

/** Increase it when the grants below change. */
const GRANTS_VERSION = 1;

const GRANTS = `
  grant usage on schema ${SCHEMA} to ${APP_ROLE};
  grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APP_ROLE};
  grant usage, select on all sequences in schema ${SCHEMA} to ${APP_ROLE};
  grant execute on all functions in schema ${SCHEMA} to ${APP_ROLE};`;

/** Row-level security without a policy: only the owner sees the queue's tables. */
const POLICIES = `
  do $$
  declare
    secured regclass;
  begin
    for secured in
      select oid from pg_class where relnamespace = '${SCHEMA}'::regnamespace and relkind in ('r', 'p') and relrowsecurity
    loop
      execute format('drop policy if exists ${APP_ROLE} on %s', secured);
      execute format('create policy ${APP_ROLE} on %s to ${APP_ROLE} using (true) with check (true)', secured);
    end loop;
  end
  $$;`;

/** The schema's comment when the current version of the queue is installed and granted. */
function mark() {
  const { version } = JSON.parse(readFileSync(inRoot("node_modules/graphile-worker/package.json"), "utf8"));
  return `graphile-worker ${version}, grants ${GRANTS_VERSION}`;
}

/** @param {ClientBase} client */
export async function isQueueInstalled(client) {
  const text = "select obj_description(oid, 'pg_namespace') as mark from pg_namespace where nspname = $1";
  const { rows } = await client.query(text, [SCHEMA]);
  return rows[0]?.mark === mark();
}

/**
 * Installs the queue's tables as the owner, and grants them to the server's role.
 * @param {ClientBase} client
 * @param {string} connectionString
 */
export async function installQueue(client, connectionString) {
  // Imported late, because loading takes longer than finding that nothing is to do.
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString, logger: new Logger(() => () => {}) });
  await client.query("begin");
  await client.query(GRANTS);
  await client.query(POLICIES);
  await client.query(`comment on schema ${SCHEMA} is ${client.escapeLiteral(mark())}`);
  await client.query("commit");
}
