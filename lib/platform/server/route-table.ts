import type { ApiRequest } from "@/lib/platform/http/api-request";

export type PathParameters = Readonly<Record<string, string>>;
type Handler = (request: ApiRequest, context: { params: Promise<PathParameters> }) => Promise<Response>;
/** Exports handlers named after the methods. */
export type RouteModule = Readonly<Record<string, unknown>>;
/** A pattern as in Next.js folders, `/api/v1/calls/[id]`, and its module. */
export type RouteEntry = readonly [pattern: string, module: RouteModule];

export type FoundRoute = { readonly handler: Handler; readonly params: PathParameters };

type Leaf = { readonly module: RouteModule; readonly names: readonly string[] };
type Branch = { readonly literals: Map<string, Branch>; parameter?: Branch; leaf?: Leaf };

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const PARAMETER = /^\[(\w+)\]$/;

/** Finds the route of a path. Literal segments take precedence over parameters, as in Next.js. */
export class RouteTable {
  private readonly root: Branch = { literals: new Map() };

  constructor(routes: readonly RouteEntry[]) {
    for (const [pattern, module] of routes) this.add(pattern.split("/").slice(1), module);
  }

  /**
   * `path` is encoded, without a trailing slash. Returns null if no route supports the method, or a parameter cannot be
   * decoded.
   */
  find(method: string, path: string): FoundRoute | null {
    if (!METHODS.has(method)) return null;
    const values: string[] = [];
    const leaf = leafAt(this.root, path.split("/"), 1, values);
    const handler = leaf?.module[method === "HEAD" ? "GET" : method];
    if (!leaf || typeof handler !== "function") return null;
    const params = decoded(leaf.names, values);
    return params && { handler: handler as Handler, params };
  }

  private add(segments: readonly string[], module: RouteModule): void {
    let branch = this.root;
    const names: string[] = [];
    for (const segment of segments) {
      const name = PARAMETER.exec(segment)?.[1];
      if (name !== undefined) names.push(name);
      branch = name === undefined ? literalOf(branch, segment) : parameterOf(branch);
    }
    branch.leaf = { module, names };
  }
}

function decoded(names: readonly string[], values: readonly string[]): PathParameters | null {
  try {
    return Object.fromEntries(names.map((name, position) => [name, decodeURIComponent(values[position] ?? "")]));
  } catch {
    return null;
  }
}

function literalOf({ literals }: Branch, segment: string): Branch {
  const branch = literals.get(segment) ?? { literals: new Map() };
  literals.set(segment, branch);
  return branch;
}

function parameterOf(branch: Branch): Branch {
  branch.parameter ??= { literals: new Map() };
  return branch.parameter;
}

/** Falls back to a parameter if the literal segment leads to no route. `values` holds the parameters on the way. */
function leafAt(branch: Branch, segments: readonly string[], depth: number, values: string[]): Leaf | undefined {
  const segment = segments[depth];
  if (segment === undefined) return branch.leaf;
  const literal = branch.literals.get(segment);
  const byLiteral = literal && leafAt(literal, segments, depth + 1, values);
  if (byLiteral || !branch.parameter || segment === "") return byLiteral;
  values.push(segment);
  const leaf = leafAt(branch.parameter, segments, depth + 1, values);
  if (!leaf) values.pop();
  return leaf;
}
