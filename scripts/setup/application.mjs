import path from "node:path";
import { openDatabase } from "../database/application-database.mjs";
import { migrate } from "../database/migrate.mjs";
import { seedOnce } from "./demo.mjs";
import { withLock } from "./lock.mjs";
import { dataDir } from "./paths.mjs";
import { readSecrets } from "./secrets.mjs";

/** @import { Ending } from "./main.mjs" */

/**
 * The migrated database with its demo, and the environment of the application's programs. One process at a time does
 * this per data directory.
 * @param {{ url: string, signal?: AbortSignal, atEnd: (ending: Ending) => void, seed?: boolean, log?: (line: string) => void }} options
 */
export async function openApplication({ url, signal, atEnd, seed = false, log = console.log }) {
  /** @param {number} pid */
  const onWait = (pid) => log(`Another command (pid ${pid}) is preparing ${dataDir()}: waiting for it.`);
  const work = async () => {
    const secrets = readSecrets();
    const database = await openDatabase({ signal, log });
    atEnd(database.leave);
    await migrate({ ...database, log });
    const env = { ...secrets, DATABASE_URL: database.serverUrl, DATA_DIR: dataDir(), NEXTAUTH_URL: url };
    if (seed) await seedOnce({ database, env, url, signal, log });
    return { database, env };
  };
  return withLock(path.join(dataDir(), "data.lock"), work, { onWait, signal });
}
