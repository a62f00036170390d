import { ROLES } from "./cluster-meta.mjs";
import { migrate } from "./migrate.mjs";
import { connected, makeDatabase, makeRoles } from "./roles.mjs";
import { startThrowAwayCluster } from "./throw-away-cluster.mjs";

/** @import { Options } from "./throw-away-cluster.mjs" */

const NAME = "callmark";

/**
 * A migrated database on a cluster of its own, which `leave()` deletes.
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
  return { ...urls, leave: cluster.leave };
}
