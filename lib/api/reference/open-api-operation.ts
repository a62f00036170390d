import type { Door } from "@/lib/access/credentials";
import type { ErrorCode } from "@/lib/base/errors";
import type { Content, Operation, Parameter, Schema } from "@/lib/platform/contract/open-api";
import { DryRun } from "@/lib/platform/http/parse-dry-run";
import { curlSample } from "./curl-sample";
import type { DeclaredRoute } from "./declared-route";
import { problemReference, statusOf } from "./open-api-problems";
import type { Schemas } from "./open-api-schemas";
import type { RouteGuide } from "./route-guide";
import { ROUTE_GUIDE } from "./route-guides";

const FORM = "application/x-www-form-urlencoded";

const IN_PATH: Readonly<Record<string, Omit<Parameter, "name" | "in" | "required">>> = {
  id: { description: "Its number.", schema: { type: "integer", example: 1042 } },
  uuid: { description: "The call's uuid. A number is not found.", schema: { type: "string", format: "uuid" } },
  provider: { description: "The maker.", schema: { type: "string", example: "twilio" } },
  source_key: {
    description: "The source's own key: 40 letters and digits, shown once when its address is made.",
    schema: { type: "string", example: "SOURCE_KEY" },
  },
  hook_key: {
    description: "The buyer's own key: 40 letters and digits, shown once when its address is made.",
    schema: { type: "string", example: "HOOK_KEY" },
  },
  cap_id: { description: "The cap's number.", schema: { type: "integer", example: 4 } },
  event_id: { description: "The event's number.", schema: { type: "integer", example: 88 } },
  number: { description: "Its number.", schema: { type: "integer", example: 1 } },
  month: { description: "A month of the books.", schema: { type: "string", example: "2026-10" } },
  secure_token: {
    description: "The company's secure token: 40 letters and digits.",
    schema: { type: "string", example: "SECURE_TOKEN" },
  },
};

/** What the same name means below one address alone. */
const IN_SECTION: readonly (Omit<Parameter, "in" | "required"> & { readonly below: string })[] = [
  {
    name: "id",
    below: "/calls/",
    description: "The call's number or its uuid.",
    schema: { anyOf: [{ type: "integer" }, { type: "string", format: "uuid" }], example: 1042 },
  },
  {
    name: "number",
    below: "/statements/",
    description: "Its number, with or without what stands before it.",
    schema: { anyOf: [{ type: "string" }, { type: "integer" }], example: "INV-000123" },
  },
];

/** One method of one route. `others` are looked through for the guide that two methods of one declaration share. */
export function describeOperation(route: DeclaredRoute, others: readonly DeclaredRoute[], schemas: Schemas): Operation {
  const { method, declaration } = route;
  const { path, summary, input, dryRun } = declaration;
  const guide = guideOf(route, others);
  const takes = schemas.of(input, "input");
  const hasBody = method !== "GET" && Object.keys(input.shape).length > 0;
  return {
    operationId: operationId(method, path),
    summary,
    description: guide.about.join("\n\n"),
    tags: [guide.section],
    security: securityOf(declaration),
    parameters: [
      ...pathParameters(path),
      ...queryParameters(schemas.resolve(takes), hasBody),
      ...(dryRun ? queryParameters(schemas.of(DryRun, "input"), true) : []),
    ],
    ...(hasBody && { requestBody: { required: false, content: bodyOf(takes) } }),
    responses: { ...successOf(route, guide, schemas), ...problemsOf(route) },
    "x-codeSamples": [{ lang: "curl", source: sampleOf(route, guide) }],
  };
}

function guideOf({ method, declaration }: DeclaredRoute, others: readonly DeclaredRoute[]): RouteGuide {
  const sharing = others.filter((other) => other.declaration === declaration).map((other) => other.method);
  const key = [method, ...sharing].map((each) => `${each} ${declaration.path}`).find((each) => each in ROUTE_GUIDE);
  const guide = key && ROUTE_GUIDE[key];
  if (!guide) throw new Error(`the guide does not know ${method} ${declaration.path}: see route-guide.ts`);
  return guide;
}

/** `PUT /calls/{id}` → `putCallsById`. */
function operationId(method: string, path: string): string {
  const words = path.split(/[/.-]/).map((part) => part.replace(/^\{(.*)\}$/, "by_$1"));
  const name = words.join("_").replace(/_+([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return method.toLowerCase() + name;
}

const SCHEMES: Readonly<Record<Door, readonly string[]>> = {
  api_key: ["api_key", "api_key_bearer"],
  session: ["session"],
  secure_token: ["secure_token"],
};

/** Each scheme alone suffices. A token in the path is a parameter and no scheme. */
function securityOf({ doors, path }: DeclaredRoute["declaration"]): Operation["security"] {
  if (path.includes("{secure_token}")) return [];
  return doors.flatMap((door) => SCHEMES[door]).map((scheme) => ({ [scheme]: [] }));
}

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/\{([a-z_]+)\}/g)].flatMap(([, name = ""]) => {
    const known = IN_SECTION.find((each) => each.name === name && path.startsWith(each.below)) ?? IN_PATH[name];
    return known ? [{ name, in: "path", required: true, description: known.description, schema: known.schema }] : [];
  });
}

/** None is required here, since it may stand in the body instead. */
function queryParameters({ properties = {}, required = [] }: Schema, hasBody: boolean): Parameter[] {
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: !hasBody && required.includes(name),
    ...(description && { description }),
    schema,
    ...(name === "tokens" && { style: "deepObject", explode: true }),
  }));
}

function bodyOf(schema: Schema): Content {
  return { "application/json": { schema }, [FORM]: { schema }, "multipart/form-data": { schema } };
}

function successOf({ declaration }: DeclaredRoute, { answer }: RouteGuide, schemas: Schemas): Operation["responses"] {
  if (declaration.media) {
    const file = { [declaration.media]: { schema: schemas.of(declaration.output, "output") } };
    return { 200: { description: "The file.", content: file } };
  }
  const content = { "application/json": { schema: schemas.of(declaration.output, "output"), example: answer } };
  if (!declaration.location) return { 200: { description: "Done.", content } };
  const address = { description: "Where the new call is.", schema: { type: "string", example: "/api/v1/calls/1042" } };
  return {
    201: { description: "It is new.", headers: { Location: address }, content },
    200: {
      description: "It was known.",
      content: { "application/json": { schema: content["application/json"].schema } },
    },
  };
}

function problemsOf({ method, declaration }: DeclaredRoute): Operation["responses"] {
  const { doors, path, input, secure } = declaration;
  const isOpen = doors.length === 0 && !/_key\}/.test(path);
  if (isOpen) return {};
  const codes: (ErrorCode | "internal")[] = [
    "unauthenticated",
    ...(secure || doors.length === 0 ? [] : (["forbidden"] as const)),
    ...(/\{(id|uuid|number|hook_key|source_key)\}/.test(path) ? (["not_found"] as const) : []),
    ...("version" in input.shape ? (["stale_version"] as const) : []),
    ...("request_id" in input.shape ? (["conflict"] as const) : []),
    ...(method === "GET" ? [] : (["request_timeout", "too_large", "unsupported_media_type"] as const)),
    "invalid",
    "internal",
    "unavailable",
  ];
  return Object.fromEntries(codes.map((code) => [statusOf(code), problemReference(code)]));
}

/** Of two methods that mean the same, one shows the query string and the other JSON. */
function sampleOf({ method, declaration }: DeclaredRoute, { send }: RouteGuide): string {
  const { path, doors } = declaration;
  const inHeader = doors.includes("secure_token") && !path.includes("{secure_token}") ? "secure_token" : "none";
  const credential = doors.includes("api_key") ? "api_key" : inHeader;
  return curlSample({
    method,
    path,
    credential,
    send: method === "POST" && typeof send === "string" ? asJson(send) : send,
  });
}

function asJson(query: string): object {
  const pairs = [...new URLSearchParams(query)];
  return Object.fromEntries(pairs.map(([name, value]) => [name, value === "true" ? true : value]));
}
