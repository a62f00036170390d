import { ROLES } from "./cluster-meta.mjs";
import { migrate } from "./migrate.mjs";
import { connected, makeDatabase, makeRoles } from "./roles.mjs";
import { startThrowAwayCluster } from "./throw-away-cluster.mjs";

/** @import { Options } from "./throw-away-cluster.mjs" */

const NAME = "callmark";

/**
 * A migrated database on a separate cluster, which `leave()` deletes.
 * @param {Options} [options]
 */
export async function startThrowAwayDatabase(options) {
  const cluster = await startThrowAwayCluster(options);
  const urls = { serverUrl: cluster.urlFor(ROLES.server, NAME), migrationUrl: cluster.urlFor(ROLES.owner, NAME) };
  try {
    await connected(cluster.urlFor(ROLES.superuser, "postgres"), async (client) => {
      await makeRoles(client, cluster.passwords);
      await makeDatabase(client, NAME);
    });
    await migrate(urls);
  } catch (error) {
    await cluster.leave();
    throw error;
  }
  /**
   * Copies the migrated database. PostgreSQL requires that it has no connections.
   * @param {string} name
   */
  const copy = async (name) => {
    await connected(cluster.urlFor(ROLES.superuser, "postgres"), (client) =>
      client.query(`create database ${name} template ${NAME} owner ${ROLES.owner}`),
    );
    return { serverUrl: cluster.urlFor(ROLES.server, name), migrationUrl: cluster.urlFor(ROLES.owner, name) };
  };
  return { ...urls, copy, keepUp: cluster.keepUp, leave: cluster.leave };
}
