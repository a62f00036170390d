import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** @param {string[]} parts */
export const inRoot = (...parts) => path.join(root, ...parts);

/** Directory of the embedded database, secrets and the demo's log-ins. */
export const dataDir = () => path.resolve(root, process.env.DATA_DIR || ".data");

/** Held while generated files of this clone change. */
export const setupLock = inRoot(".data/setup.lock");
