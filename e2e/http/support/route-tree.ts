import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Declaration } from "@/lib/api/declaration";

export type TreeRoute = {
  readonly method: string;
  /** Path with placeholders: `/api/v1/calls/{id}`. */
  readonly path: string;
  readonly declaration: Declaration | undefined;
};

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const root = path.resolve(import.meta.dirname, "../../..");

/** Methods that the route.ts files export, except those that answer 405. */
export async function readRouteTree(): Promise<TreeRoute[]> {
  const files = readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .sort();
  const routes = await Promise.all(files.map(routesOf));
  return routes.flat();
}

async function routesOf(file: string): Promise<TreeRoute[]> {
  const exported: Record<string, { declaration?: TreeRoute["declaration"]; allowed?: readonly string[] }> =
    await import(pathToFileURL(path.join(root, "app", file)).href);
  return METHODS.filter((method) => method in exported && !exported[method]?.allowed).map((method) => ({
    method,
    path: addressOf(path.dirname(file)),
    declaration: exported[method]?.declaration,
  }));
}

/** `api/v1/calls/[id]` → `/api/v1/calls/{id}`; groups in parentheses are dropped. */
function addressOf(directory: string): string {
  const parts = directory.split(path.sep).filter((part) => !/^\(.*\)$/.test(part));
  return `/${parts.join("/").replace(/\[+(?:\.\.\.)?([^\]]+)\]+/g, "{$1}")}`;
}
