import { readFileSync } from "node:fs";
import path from "node:path";

/** Written by a build of Next.js: its pages and routes, and the patterns of their addresses. */
const MANIFEST = "app-path-routes-manifest.json";
const OTHER = "other";

type Pattern = { readonly name: string; readonly matches: RegExp };
let patterns: readonly Pattern[] | undefined;

/** The pattern of a page's path, which may contain a token; "other" for paths that no page has. */
export function pagePattern(path: string): string {
  patterns ??= compilePatterns(readManifest());
  return patterns.find(({ matches }) => matches.test(path))?.name ?? OTHER;
}

/** In the order in which Next.js chooses: names before parameters, parameters before rests. */
export function compilePatterns(routes: readonly string[]): Pattern[] {
  const rank = (route: string) => route.replaceAll("[[...", "}").replaceAll("[...", "|").replaceAll("[", "{");
  return [...routes].sort((one, other) => (rank(one) < rank(other) ? -1 : 1)).map(compile);
}

function compile(route: string): Pattern {
  const segments = route.split("/").filter(Boolean);
  const source = segments.map((segment) => {
    if (segment.startsWith("[[...")) return "(?:/.+)?";
    if (segment.startsWith("[...")) return "/.+";
    return segment.startsWith("[") ? "/[^/]+" : `/${segment.replaceAll(/[^\w-]/g, "\\$&")}`;
  });
  return { name: route.replaceAll(/\[+(?:\.\.\.)?(\w+)\]+/g, "{$1}"), matches: new RegExp(`^${source.join("")}/?$`) };
}

/** Empty in development. */
function readManifest(): string[] {
  try {
    const file = path.resolve(process.env.NEXT_DIST_DIR ?? ".next", MANIFEST);
    return Object.values<string>(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return [];
  }
}
