import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { dataDir } from "./paths.mjs";
import { identityOf, isStillRunning, pidOf } from "./process-identity.mjs";

/** @typedef {{ identity: string, url: string, port: number }} Running */

/** Servers that share a data directory write files of different names in it, and so do their notes. */
const noteFile = () => path.join(dataDir(), `server${process.env.LEDGER_HEAD_PART ?? ""}.json`);

/**
 * Notes that this command serves the data directory, until `end()`. Throws if another living one does.
 * @param {{ url: string, port: number }} address
 */
export function noteRunning({ url, port }) {
  refuseSecondServer();
  mkdirSync(dataDir(), { recursive: true });
  /** @type {Running} */
  const note = { identity: identityOf(), url, port };
  writeFileSync(noteFile(), JSON.stringify(note), { mode: 0o600 });
  return { end: () => rmSync(noteFile(), { force: true }) };
}

function refuseSecondServer() {
  const running = findRunning();
  if (!running) return;
  const { identity, url } = running;
  throw new Failure(
    `Callmark is running already at ${url} (process ${pidOf(identity)}), on the data in ${dataDir()}. ` +
      "Stop it with Ctrl-C in its terminal first; another one needs a DATA_DIR and a PORT of its own.",
  );
}

/**
 * The living command that serves the data directory, or null.
 * @returns {Running | null}
 */
export function findRunning() {
  if (!existsSync(noteFile())) return null;
  const note = JSON.parse(readFileSync(noteFile(), "utf8"));
  return isStillRunning(note.identity) ? note : null;
}
