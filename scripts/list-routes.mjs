import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "./setup/paths.mjs";

const API = "app/api/v1";
export const ROUTE_LIST = `${API}/_reference/route-files.ts`;

/** The catch-all, which describes no operation, and the document that contains this list. */
const LEFT_OUT = /\[\[|^openapi\.json\//;

/** The source of the module that imports every route of the API. */
export function routeList() {
  const files = readdirSync(inRoot(API), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => path.posix.basename(file) === "route.ts" && !LEFT_OUT.test(file))
    .sort();
  const names = files.map(nameOf);
  return [
    "// Written by `node scripts/list-routes.mjs`. A test compares it with the route files.",
    ...files.map((file, place) => `import * as ${names[place]} from "../${file.replace(/\.ts$/, "")}";`),
    "",
    "/** Every module that declares a route of the API. */",
    "export const ROUTE_FILES = [",
    ...names.map((name) => `  ${name},`),
    "];",
    "",
  ].join("\n");
}

/**
 * `calls/[id]/changes/route.ts` → `callsByIdChanges`.
 * @param {string} file
 */
function nameOf(file) {
  const words = path.posix.dirname(file).replace(/\[(\w+)\]/g, "by-$1");
  return words.replace(/[^a-z0-9]+([a-z0-9])/gi, (_, letter) => letter.toUpperCase());
}

if (process.argv[1] === import.meta.filename) writeFileSync(inRoot(ROUTE_LIST), routeList());
