import path from "node:path";
import { Failure } from "../setup/failure.mjs";
import { dataDir } from "../setup/paths.mjs";
import { Cluster } from "./cluster.mjs";
import { ROLES } from "./cluster-meta.mjs";
import { keepUp } from "./keep-up.mjs";
import { connected, makeDatabase, makeRoles } from "./roles.mjs";

/**
 * @import { Client } from "pg"
 * @typedef {(line: string) => void} Log
 * @typedef {{ serverUrl: string, migrationUrl?: string | undefined, leave: () => Promise<void> }} Urls
 * @typedef {{ embedded: true, home: string, migrationUrl: string, makeShadow: () => Promise<string>, startOver: () => Promise<void> }} Embedded
 * @typedef {Urls & ({ embedded: false } | Embedded)} Database
 */

const NAME = "callmark";
const SHADOW = "callmark_shadow";

/**
 * The database of DATABASE_URL, else the embedded one with its roles, which runs until `leave()` even if it is killed.
 * @param {{ signal?: AbortSignal, log?: Log }} options
 * @returns {Promise<Database>}
 */
export async function openDatabase({ signal, log = console.error }) {
  const { DATABASE_URL: serverUrl, MIGRATION_URL: migrationUrl } = process.env;
  if (serverUrl) return { serverUrl, migrationUrl, embedded: false, leave: async () => {} };
  if (migrationUrl)
    throw new Failure("MIGRATION_URL goes with DATABASE_URL, the address that the server logs in with: set both.");
  const cluster = await (await Cluster.in(path.join(dataDir(), "pg"))).join({ signal });
  try {
    return await openEmbedded(cluster, log);
  } catch (error) {
    await cluster.leave();
    throw error;
  }
}

/**
 * @param {Cluster} cluster
 * @param {Log} log
 * @returns {Promise<Database>}
 */
async function openEmbedded(cluster, log) {
  const adminUrl = cluster.urlFor(ROLES.superuser, "postgres");
  /**
   * @template T
   * @param {(client: Client) => Promise<T>} work
   */
  const asAdmin = (work) => connected(adminUrl, work);
  await asAdmin(async (client) => {
    await makeRoles(client, cluster.meta.passwords);
    await makeDatabase(client, NAME);
  });
  const stopWatching = keepUp(cluster, { log });
  return {
    serverUrl: cluster.urlFor(ROLES.server, NAME),
    migrationUrl: cluster.urlFor(ROLES.owner, NAME),
    embedded: true,
    home: cluster.home,
    leave: async () => {
      await stopWatching();
      await cluster.leave();
    },
    makeShadow: async () => {
      await asAdmin((client) => makeDatabase(client, SHADOW));
      return cluster.urlFor(ROLES.owner, SHADOW);
    },
    startOver: () =>
      asAdmin(async (client) => {
        await client.query(`drop database if exists ${NAME} with (force)`);
        await makeDatabase(client, NAME);
      }),
  };
}
