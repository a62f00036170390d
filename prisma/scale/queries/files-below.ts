import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Files below a folder of the repository whose names match, in a stable order. */
export function filesBelow(folder: string, name: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file).replaceAll("\\", "/"))
    .filter((file) => name.test(file))
    .sort();
}
