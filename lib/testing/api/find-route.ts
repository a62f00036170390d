import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { NextRequest } from "next/server";
import type { Declaration } from "@/lib/api/declaration";

type Handler = {
  (request: NextRequest, context: { params: Promise<Record<string, string>> }): Promise<Response>;
  readonly declaration?: Declaration;
};
type RouteModule = Readonly<Record<string, Handler | undefined>>;

export type FoundRoute = { readonly module: RouteModule; readonly params: Record<string, string> };

const ROOT = fileURLToPath(new URL("../../../app/api/v1", import.meta.url));
const PARAMETER = /^\[(\w+)\]$/;

/** Every API path as segments; of two matches, the one with fewer parameters comes first. */
const ROUTES = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  .map((file) => file.replaceAll("\\", "/").split("/").slice(0, -1))
  .sort((one, other) => parametersOf(one) - parametersOf(other));

/** The route module of a path such as `/calls/7/changes`, found among the files as Next.js does. */
export async function findRoute(path: string): Promise<FoundRoute> {
  const asked = path.split("/").filter((segment) => segment !== "");
  for (const route of ROUTES) {
    const params = match(route, asked);
    if (params) return { module: await import(`${ROOT}/${route.join("/")}/route.ts`), params };
  }
  throw new Error(`there is no route at ${path}`);
}

function parametersOf(route: readonly string[]): number {
  return route.filter((segment) => segment.startsWith("[")).length;
}

function match(route: readonly string[], asked: readonly string[]): Record<string, string> | null {
  if (route.length !== asked.length) return null;
  const params: Record<string, string> = {};
  for (const [place, segment] of route.entries()) {
    const setup = asked[place] ?? "";
    const name = PARAMETER.exec(segment)?.[1];
    if (name !== undefined) params[name] = setup;
    else if (segment !== setup) return null;
  }
  return params;
}
