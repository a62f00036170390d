import { readdirSync, readFileSync } from "node:fs";
import { findTrespasses } from "./rooms/find-trespasses.mjs";
import { inRoot } from "./setup/paths.mjs";

const SOURCE = /\.tsx?$/;

/** @param {string} directory */
function sourcesIn(directory) {
  const entries = readdirSync(inRoot(directory), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && SOURCE.test(entry.name));
  return files.map((entry) => `${entry.parentPath}/${entry.name}`.slice(inRoot().length + 1).replaceAll("\\", "/"));
}

const inTheRoot = readdirSync(inRoot()).filter((name) => SOURCE.test(name));
const files = [...["app", "components", "lib"].flatMap(sourcesIn), ...inTheRoot].filter(
  (file) => !file.includes("/generated/"),
);
const trespasses = files.flatMap((file) => findTrespasses(file, readFileSync(inRoot(file), "utf8")));

for (const trespass of trespasses) console.error(trespass);
console.log(`${files.length} files, ${trespasses.length} in the wrong room.`);
process.exitCode = trespasses.length > 0 ? 1 : 0;
