import { createDocument } from "zod-openapi";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import type { DescribedRoute } from "../all-routes";
import { ProblemDocument } from "../contract/problem-document";
import { SECTIONS } from "../contract/sections";
import { openSchemas } from "./open-schemas";
import { describeOperation } from "./operation";
import { plainParameters } from "./plain-parameters";
import { problemResponses } from "./problem-responses";
import { tidy } from "./tidy";

const INTRODUCTION = [
  "Marks phone calls as converted. Conversions become charges, credits and payouts on the next rollup.",
  "Parameters are taken from the query string, a form body or a JSON body alike. The same name twice with different values, and a name that is not known, are refused with 422. What is absent stays as it is.",
  "Every body carries `status`. Errors are problem documents (RFC 9457), and nothing of a refused request is saved. Answers may gain fields, and lists of words (`mechanism`, `kind`, `code`) new words: tolerate both.",
].join("\n\n");

const SECURITY_SCHEMES = {
  api_key: {
    type: "http",
    scheme: "basic",
    description: "An API key: its id as the user name, its secret as the password.",
  },
  api_key_bearer: { type: "http", scheme: "bearer", description: "The secret of an API key alone." },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "next-auth.session-token",
    description: "A signed-in member. Writes are accepted from Callmark's own pages only.",
  },
  secure_token: { type: "http", scheme: "bearer", description: "The company's secure token, for buyers' systems." },
} as const;

/** Generates the OpenAPI 3.1 document from the declarations of the routes. */
export function openApi(routes: readonly DescribedRoute[]): OpenApi {
  const paths: Record<string, Record<string, ReturnType<typeof describeOperation>>> = {};
  for (const route of routes) {
    const { path } = route.declaration;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeOperation(route, routes) };
  }
  const document = createDocument(
    {
      openapi: "3.1.0",
      info: { title: "Callmark API", version: "1", description: INTRODUCTION },
      servers: [{ url: "/api/v1" }],
      tags: Object.entries(SECTIONS).map(([name, description]) => ({ name, description })),
      paths,
      components: { schemas: { Problem: ProblemDocument }, securitySchemes: SECURITY_SCHEMES },
    },
    { override: tidy },
  ) as unknown as OpenApi;
  return withPlainParameters(
    openSchemas({ ...document, components: { ...document.components, responses: problemResponses() } }),
  );
}

function withPlainParameters(document: OpenApi): OpenApi {
  const paths = Object.entries(document.paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [method, plainParameters(operation, document)]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}
