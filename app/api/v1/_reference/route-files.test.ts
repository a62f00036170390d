import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ROUTE_LIST, routeList } from "@/scripts/list-routes.mjs";
import { inRoot } from "@/scripts/setup/paths.mjs";

test("the list of routes has every route file: if this fails, run `node scripts/list-routes.mjs`", () => {
  expect(readFileSync(inRoot(ROUTE_LIST), "utf8")).toBe(routeList());
});
