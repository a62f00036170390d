import fc from "fast-check";
import type { OpenApi, Operation, Parameter } from "@/lib/platform/contract/open-api";
import { someValue } from "./some-value";

const CREDENTIALS = ["owner", "viewer", "billing", "token", "none", "wrong"] as const;
export type Credential = (typeof CREDENTIALS)[number];

type DescribedOperation = { readonly method: string; readonly path: string; readonly operation: Operation };
export type SomeRequest = DescribedOperation & {
  readonly credential: Credential;
  /** With its query. */
  readonly address: string;
  readonly type?: string;
  readonly body?: string;
};

/** The existing values of a path parameter, by path and name. */
export type Places = (path: string, name: string) => readonly string[];

function operationsOf(document: OpenApi): DescribedOperation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** A request to any operation, in any form that it accepts. */
export function someRequest(document: OpenApi, places: Places): fc.Arbitrary<SomeRequest> {
  return fc.constantFrom(...operationsOf(document)).chain((described) => requestOf(described, document, places));
}

function requestOf(described: DescribedOperation, document: OpenApi, places: Places): fc.Arbitrary<SomeRequest> {
  const { path, operation } = described;
  const { parameters = [], requestBody } = operation;
  const schema = requestBody?.content["application/json"]?.schema;
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const some = fc.record({
    credential: credentialOf(operation),
    inPath: inPathOf(path, parameters, document, places),
    query: queryOf(inQuery, document, schema !== undefined),
    body: schema ? someValue(schema, document) : fc.constant(undefined),
    as: fc.constantFrom("json", "json", "json", "json", "form", "text", "none"),
  });
  return some.map(({ credential, inPath, query, body, as }) => ({
    ...described,
    credential,
    address: `${inPath}${query.length > 0 ? `?${new URLSearchParams(query)}` : ""}`,
    ...(body !== undefined && as !== "none" && written(body, as)),
  }));
}

/** Mostly a credential that the operation accepts. */
function credentialOf({ security }: Operation): fc.Arbitrary<Credential> {
  const right = security.some((scheme) => "secure_token" in scheme) ? "token" : "owner";
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant<Credential>(right) },
    { weight: 1, arbitrary: fc.constantFrom(...CREDENTIALS) },
  );
}

function inPathOf(
  path: string,
  parameters: readonly Parameter[],
  document: OpenApi,
  places: Places,
): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const values = names.map((name) => {
    const examples = places(path, name);
    const schema = parameters.find((parameter) => parameter.in === "path" && parameter.name === name)?.schema ?? {};
    const any = someValue(schema, document).map(asSegment);
    return examples.length === 0
      ? any
      : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...examples) }, { weight: 1, arbitrary: any });
  });
  return fc.tuple(...values).map((texts) => {
    let place = 0;
    return path.replace(/\{\w+\}/g, () => encodeURIComponent(texts[place++] ?? ""));
  });
}

/** An empty value or a slash would address another path. */
function asSegment(value: unknown): string {
  const text = asText(value)
    .replace(/[/\\%?#]|^\.+$/g, "")

    .slice(0, 100);
  return text.trim() === "" ? "0" : text;
}

function queryOf(
  parameters: readonly Parameter[],
  document: OpenApi,
  isRare: boolean,
): fc.Arbitrary<[string, string][]> {
  const pairs = parameters.map(({ name, schema, required, style }) => {
    const value = style === "deepObject" ? fc.constant("80202") : someValue(schema, document);
    const pair = value.map((item): [string, string][] => [
      [style === "deepObject" ? `${name}[zip]` : name, asText(item)],
    ]);
    const left = fc.constant<[string, string][]>([]);
    return fc.oneof(
      { weight: required ? 12 : isRare ? 1 : 4, arbitrary: pair },
      { weight: required ? 1 : 9, arbitrary: left },
    );
  });
  const unknown = fc.oneof(
    { weight: 20, arbitrary: fc.constant<[string, string][]>([]) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<[string, string][]>([["price", "1"]], [["dry_run", "true"]], [["dry_run", "perhaps"]]),
    },
  );
  return fc.tuple(...pairs, unknown).map((pairsOfNames) => pairsOfNames.flat());
}

/** A lone surrogate cannot be encoded as UTF-8. */
function asText(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.replace(/\p{Surrogate}/gu, "");
}

function written(body: unknown, as: string): { type: string; body: string } {
  if (as === "json") return { type: "application/json", body: JSON.stringify(body) };
  if (as === "text") return { type: "text/plain", body: asText(body) };
  const pairs = typeof body === "object" && body !== null ? Object.entries(body) : [];
  const texts = pairs.map(([name, value]): [string, string] => [asText(name), asText(value)]);
  return { type: "application/x-www-form-urlencoded", body: new URLSearchParams(texts).toString() };
}
