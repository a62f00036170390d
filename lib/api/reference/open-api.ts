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
  "Mark phone calls as converted. The next rollup turns conversions into charges, credits, payouts, and clawbacks.",
  "Send parameters in the query string, a form body, or a JSON body. Unknown names, and the same name with two different values, return 422. Omitted parameters leave their fields unchanged. The secure and buyer webhook routes are more lenient: they ignore unknown names.",
  "Every response body carries `status`, the HTTP status. Errors are problem documents (RFC 9457). New fields, and new values of `mechanism`, `kind`, and `code`, can appear at any time: ignore those you don't know.",
].join("\n\n");

const SECURITY_SCHEMES = {
  api_key: {
    type: "http",
    scheme: "basic",
    description: "An API key. Send its ID as the user name and its secret as the password.",
  },
  api_key_bearer: { type: "http", scheme: "bearer", description: "The secret of an API key." },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "next-auth.session-token",
    description: "The session cookie of a signed-in member. Writes are accepted only from Callmark's own pages.",
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
