import { allRoutes } from "@/lib/api/all-routes";
import { openApi } from "@/lib/api/reference/open-api";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import { OPENAPI } from "./openapi-declaration";
import { ROUTE_FILES } from "./route-files";

let made: OpenApi | undefined;

/** The reference as an OpenAPI document, created on first use. */
export function referenceDocument(): OpenApi {
  made ??= openApi([...allRoutes(ROUTE_FILES), { method: "GET", declaration: OPENAPI }]);
  return made;
}
