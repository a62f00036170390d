import type { Method, OpenApi, Operation } from "@/lib/platform/contract/open-api";
import { ProblemDocument } from "../contract";
import type { DeclaredRoute } from "./declared-route";
import { OPEN_API_INTRODUCTION, SECURITY_SCHEMES } from "./open-api-introduction";
import { describeOperation } from "./open-api-operation";
import { problemResponses } from "./open-api-problems";
import { Schemas } from "./open-api-schemas";
import { SECTIONS } from "./route-guide";

/** The reference as an OpenAPI 3.1 document, made from what the routes declare. */
export function openApi(routes: readonly DeclaredRoute[]): OpenApi {
  const schemas = new Schemas();
  schemas.of(ProblemDocument, "output");
  const paths: Record<string, Partial<Record<Method, Operation>>> = {};
  for (const route of routes) {
    const { path } = route.declaration;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeOperation(route, routes, schemas) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Callmark API", version: "1", description: OPEN_API_INTRODUCTION },
    servers: [{ url: "/api/v1" }],
    tags: Object.entries(SECTIONS).map(([name, description]) => ({ name, description })),
    paths,
    components: { schemas: schemas.named, responses: problemResponses(), securitySchemes: SECURITY_SCHEMES },
  };
}
