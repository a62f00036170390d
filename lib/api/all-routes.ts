import type { Declaration } from "./declaration";

export type DescribedRoute = {
  readonly method: string;
  readonly declaration: Omit<Declaration, "handle">;
};
type RouteModule = Readonly<Record<string, unknown>>;

const METHODS = ["GET", "PUT", "POST", "DELETE"];

/** Every method that route modules declare. */
export function allRoutes(modules: readonly RouteModule[]): DescribedRoute[] {
  return modules.flatMap((module) =>
    METHODS.flatMap((method) => {
      const exported = module[method];
      return isDeclared(exported) ? [{ method, declaration: exported.declaration }] : [];
    }),
  );
}

function isDeclared(exported: unknown): exported is { declaration: Declaration } {
  return typeof exported === "function" && "declaration" in exported;
}
