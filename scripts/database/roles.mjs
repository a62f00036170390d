import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { codeOf } from "../setup/reason.mjs";
import { ROLES } from "./cluster-meta.mjs";
import { explainConnection } from "./connection-failure.mjs";

export const APP_ROLE = "callmark_app";

const STARTING_UP = "57P03";
/** Without it a host that drops packets would be waited for until the system gives up, two minutes later. */
const ANSWER_WITHIN_MS = 20_000;

/**
 * Runs `work` on one connection.
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function connected(url, work) {
  const client = await connect(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @param {string} url */
async function connect(url) {
  for (;;) {
    const client = newClient(url);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (codeOf(error) !== STARTING_UP) throw explainConnection(error, url);
      await sleep(50);
    }
  }
}

/** @param {string} url */
function newClient(url) {
  try {
    new URL(url);
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWER_WITHIN_MS });
  } catch (error) {
    throw explainConnection(error, url);
  }
}

/**
 * Makes the owner, which migrates, and the role that the server logs in as: neither owner nor superuser.
 * `client` is a superuser's.
 * @param {pg.Client} client
 * @param {Record<string, string>} passwords
 * @param {{ owner: string, server: string }} roles
 */
export async function makeRoles(client, passwords, { owner, server } = ROLES) {
  await makeRole(client, owner, "login createrole", passwords[owner]);
  await makeRole(client, server, "login", passwords[server]);
  await letGrantAppRole(client, owner);
}

/**
 * The creator of a role may grant it. If another role created it, a superuser must grant it (PostgreSQL 16 and later).
 * @param {pg.Client} client
 * @param {string} owner
 */
async function letGrantAppRole(client, owner) {
  const { rowCount } = await client.query(
    `select from pg_roles where rolname = $1 and current_setting('server_version_num')::int >= 160000
       and not pg_has_role($2, oid, 'member with admin option')`,
    [APP_ROLE, owner],
  );
  if (rowCount) await client.query(`grant ${APP_ROLE} to ${client.escapeIdentifier(owner)} with admin option`);
}

/**
 * @param {pg.Client} client
 * @param {string} name
 * @param {string} options
 * @param {string | undefined} password
 */
async function makeRole(client, name, options, password) {
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [name]);
  if (rowCount) return;
  await client.query(
    `create role ${client.escapeIdentifier(name)} ${options} password ${client.escapeLiteral(password ?? "")}`,
  );
}

/**
 * @param {pg.Client} client
 * @param {string} name
 */
export async function makeDatabase(client, name, owner = ROLES.owner) {
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (rowCount) return;
  await client.query(`create database ${client.escapeIdentifier(name)} owner ${client.escapeIdentifier(owner)}`);
}
