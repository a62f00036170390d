import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { findBannedWords } from "./lint/find-banned-words.mjs";
import { inRoot } from "./setup/paths.mjs";

const glossary = JSON.parse(readFileSync(inRoot("scripts/lint/glossary.json"), "utf8"));
/** @type {{ folders: string[], leftOut: { path: string }[] }} */
const { folders, leftOut } = glossary;

const files = folders
  .flatMap((folder) =>
    readdirSync(inRoot(folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => /\.(ts|mjs|prisma)$/.test(file) && !leftOut.some(({ path: start }) => file.startsWith(start)))
  .sort();
const banned = files.flatMap((file) => findBannedWords(file, readFileSync(inRoot(file), "utf8"), glossary));

for (const sentence of banned) console.error(sentence);
if (banned.length > 0) process.exitCode = 1;
else console.log(`${files.length} files use the words of the glossary.`);
