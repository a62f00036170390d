import { z } from "zod";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import type { Credential } from "@/lib/access/credentials";
import { DryRun } from "@/lib/platform/http/parse-dry-run";
import type { DescribedRoute } from "../all-routes";
import { type AskedDeclaration, isFile } from "../declaration";
import { inputOf } from "../input-of";
import { codeSamples } from "./code-samples";
import { problemReference, REQUEST_ID } from "./problem-responses";
import { statusesOf, takesIdempotencyKey } from "./statuses";

const IdempotencyHeader = z.object({
  "Idempotency-Key": z.string().optional().meta({
    description: "A new value for each write, such as a UUID. Repeats of the request get the first answer for 30 days.",
    example: "8e03978e-40d5-43e8-bc93-6894a57f9324",
  }),
});
const FORM = "application/x-www-form-urlencoded";

/** One method of one route. Methods that share a declaration differ only in their names. */
export function describeOperation(route: DescribedRoute, others: readonly DescribedRoute[]): ZodOpenApiOperationObject {
  const { method, declaration } = route;
  const { docs, params } = declaration;
  const input = inputOf(declaration);
  const { dryRun } = declaration as Pick<AskedDeclaration, "dryRun">;
  const hasBody = method !== "GET" && Object.keys(input.shape).length > 0;
  const query = { ...(hasBody ? optional(input.shape) : input.shape), ...(dryRun && optional(DryRun.shape)) };
  return {
    operationId: nameOf(route, others),
    summary: docs.title,
    description: docs.about.join("\n\n"),
    tags: [docs.section],
    security: securityOf(route),
    requestParams: {
      ...(params && { path: z.object(params) }),
      ...(Object.keys(query).length > 0 && { query: z.object(query) }),
      ...(takesIdempotencyKey(route) && { header: IdempotencyHeader }),
    },
    ...(hasBody && { requestBody: bodyOf(input) }),
    responses: Object.fromEntries(statusesOf(route).map((status) => [String(status), answerOf(route, status)])),
    "x-codeSamples": codeSamples(route),
  };
}

/** The first of the methods that share a declaration has its name. */
function nameOf({ method, declaration }: DescribedRoute, others: readonly DescribedRoute[]): string {
  const first = others.find((other) => other.declaration === declaration)?.method ?? method;
  return first === method ? declaration.name : `${declaration.name}By${method[0]}${method.slice(1).toLowerCase()}`;
}

/** No parameter is required in the query, because it may be sent in the body instead. */
function optional(shape: z.core.$ZodShape): z.core.$ZodShape {
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, z.optional(schema)]));
}

function bodyOf(schema: z.ZodObject) {
  return {
    required: false,
    content: { "application/json": { schema }, [FORM]: { schema }, "multipart/form-data": { schema } },
  };
}

const SCHEMES: Readonly<Record<Credential, readonly string[]>> = {
  api_key: ["api_key", "api_key_bearer"],
  session: ["session"],
  secure_token: ["secure_token"],
};

/** Any one scheme is enough. A token or key in the path is a parameter, not a scheme. */
function securityOf({ declaration: { policy } }: DescribedRoute): Record<string, string[]>[] {
  if (policy.takes === "delivery" || policy.tokenInPath) return [];
  return policy.credentials.flatMap((credential) => SCHEMES[credential]).map((scheme) => ({ [scheme]: [] }));
}

function answerOf({ declaration }: DescribedRoute, status: number) {
  if (status >= 400) return problemReference(status);
  const { output, docs, statuses } = declaration;
  if (isFile(output)) {
    const content = Object.fromEntries(output.media.map((media) => [media, { schema: schemaOfFile(media) }]));
    return { description: "The file.", headers: REQUEST_ID, content };
  }
  const { answer } = docs.example;
  const isShown = status === (answer && "status" in answer ? answer.status : statuses[0]);
  const { location, alsoAs } = declaration as Pick<AskedDeclaration, "location" | "alsoAs">;
  return {
    description: DESCRIPTIONS[status] ?? "Success.",
    headers: { ...REQUEST_ID, ...(status === 201 && location && { Location: ADDRESS }) },
    content: {
      "application/json": { schema: output, ...(isShown && answer && { example: answer }) },
      ...Object.fromEntries((alsoAs?.media ?? []).map((media) => [media, { schema: schemaOfFile(media) }])),
    },
  };
}

function schemaOfFile(media: string): { readonly type: "object" | "string" } {
  return { type: media === "application/json" ? "object" : "string" };
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  201: "Created.",
  207: "Each item has its own result.",
};
const ADDRESS = {
  description: "URL of the new resource.",
  schema: { type: "string", example: "/api/v1/calls/1042" },
} as const;
