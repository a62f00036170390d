import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** @param {string[]} parts */
export const inRoot = (...parts) => path.join(root, ...parts);

/** Where the embedded database, secrets and the demo's log-ins live. */
export const dataDir = () => path.resolve(root, process.env.DATA_DIR || ".data");

/** Held by whoever changes what is generated in this clone. */
export const setupLock = inRoot(".data/setup.lock");
