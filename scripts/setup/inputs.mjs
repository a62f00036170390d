import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRoot, root } from "./paths.mjs";

const IGNORED = /^(generated|testing|\.DS_Store)$|\.test\.(ts|tsx|mjs)$/;

/**
 * One hash over files and directories below the root; missing ones count as such.
 * @param {readonly string[]} names
 */
export function hashInputs(names) {
  const hash = createHash("sha256").update(process.version);
  /** @param {string} file */
  const add = (file) => {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(file).sort()) if (!IGNORED.test(name)) add(path.join(file, name));
    } else {
      hash.update(`${path.relative(root, file)}\0${stat.size}\0`).update(readFileSync(file));
    }
  };
  for (const name of names) add(inRoot(name));
  return hash.digest("hex");
}

/**
 * A file beside a result that records the inputs it was made from.
 * @param {string} stamp
 * @param {string} inputs
 */
export const isMadeFrom = (stamp, inputs) => existsSync(stamp) && readFileSync(stamp, "utf8") === inputs;

/**
 * @param {string} stamp
 * @param {string} inputs
 */
export const noteMadeFrom = (stamp, inputs) => writeFileSync(stamp, inputs);
