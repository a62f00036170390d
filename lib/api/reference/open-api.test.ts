import { describe, expect, test } from "vitest";
import { referenceDocument } from "@/app/api/v1/_reference/document";
import { OPENAPI } from "@/app/api/v1/_reference/openapi-declaration";
import { ROUTE_FILES } from "@/app/api/v1/_reference/route-files";
import type { Operation, Schema } from "@/lib/platform/contract/open-api";
import { schemaCheck } from "@/lib/testing/reference/schema-check";
import { allRoutes, type DescribedRoute } from "../all-routes";
import { SECTIONS } from "../contract/sections";
import { inputOf } from "../input-of";
import { statusesOf } from "./statuses";

const reference = referenceDocument();
const routes: DescribedRoute[] = [...allRoutes(ROUTE_FILES), { method: "GET", declaration: OPENAPI }];
const described = routes.map((route) => {
  const { method, declaration } = route;
  const operation = reference.paths[declaration.path]?.[method.toLowerCase() as "get"];
  if (!operation) throw new Error(`${method} ${declaration.path} is not in the document`);
  return { name: `${method} ${declaration.path}`, route, operation };
});
const problemWith = schemaCheck(reference);

describe.each(described)("$name", ({ route: { method, declaration }, operation }) => {
  test("has a description and an example request", () => {
    expect(operation.summary).toMatch(/^[A-Z]/);
    expect(operation.description).toMatch(/\.$/);
    expect(operation["x-codeSamples"].map(({ lang }) => lang)).toEqual(["curl", "typescript", "php"]);
    for (const { source } of operation["x-codeSamples"]) expect(source).not.toMatch(/[{}]\w*\/|undefined/);
  });

  test("accepts its example request", () => {
    const { send } = declaration.docs.example;
    if (!send) return;
    const parameters = typeof send === "string" ? Object.fromEntries(new URLSearchParams(send)) : asText(send);
    expect(inputOf(declaration).safeParse(parameters).error).toBeUndefined();
    const body = operation.requestBody?.content["application/json"]?.schema;
    if (body && typeof send === "object") expect(problemWith(body, send)).toBeNull();
  });

  test("has an example answer that matches the contract and the document", () => {
    const { answer } = declaration.docs.example;
    if (!answer || "media" in declaration.output) return;
    expect(declaration.output.parse(answer)).toEqual(answer);
    const shown = Object.values(operation.responses).flatMap((response) => {
      const content = "$ref" in response ? undefined : response.content?.["application/json"];
      return content?.example ? [content] : [];
    });
    expect(shown).toHaveLength(1);
    for (const { schema, example } of shown) expect(problemWith(schema, example)).toBeNull();
  });

  test("describes its path parameters", () => {
    const named = [...declaration.path.matchAll(/\{([a-z_]+)\}/g)].map(([, name]) => name);
    expect(Object.keys(declaration.params ?? {}).sort()).toEqual(named.sort());
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
    expect(inPath.map(({ name }) => name).sort()).toEqual(named);
    for (const { schema } of inPath) expect(schema.example).toBeDefined();
  });

  test("documents every status it can answer", () => {
    const documented = Object.keys(operation.responses).map(Number);
    expect(documented).toEqual(statusesOf({ method, declaration }));
    expect(documented.some((status) => status < 300)).toBe(true);
    if (declaration.params && declaration.policy.takes === "parameters") expect(documented).toContain(404);
  });
});

/** Numbers reach a contract as their original text. */
function asText(value: object): unknown {
  return JSON.parse(JSON.stringify(value, (_, item) => (typeof item === "number" ? String(item) : item)));
}

test("operations are named by verbs, each once", () => {
  const names = described.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z]+[A-Z][A-Za-z]+$/.test(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(["convertCall", "convertCallByPost", "listCalls", "recordCall"]));
});

test("every section has routes, and every route a section", () => {
  const used = new Set(described.flatMap(({ operation }) => operation.tags));
  expect([...used].sort()).toEqual(Object.keys(SECTIONS).sort());
});

test("the specification's command is in the document, word for word", () => {
  const path = reference.paths["/secure/{secure_token}/calls/{uuid}"];
  expect(path?.put?.["x-codeSamples"][0]?.source).toBe(
    'curl -X PUT \\\n  "https://your-domain.com/api/v1/secure/SECURE_TOKEN/calls/CALL_UUID?buyer_converted=true&revenue=10"',
  );
});

test("every reference resolves", () => {
  const text = JSON.stringify(reference);
  const references = [...text.matchAll(/"\$ref":"#\/components\/([a-z]+)\/([A-Za-z0-9_]+)"/gi)];
  expect(references.length).toBeGreaterThan(20);
  for (const [, kind = "", name = ""] of references) {
    expect(reference.components).toHaveProperty([kind, name]);
  }
  expect(text).not.toContain("#/$defs/");
});

test("every field has a description", () => {
  const silent = Object.entries(reference.components.schemas).flatMap(([name, schema]) => silentFields(name, schema));
  const parameters = described.flatMap(({ name, operation }) =>
    (operation.parameters ?? [])
      .filter(({ description }) => !description)
      .map((parameter) => `${name} ${parameter.name}`),
  );
  expect([...silent, ...parameters]).toEqual([]);
});

function silentFields(path: string, schema: Schema): string[] {
  const inside = [schema.items, ...(schema.anyOf ?? [])].flatMap((subschema) =>
    subschema ? silentFields(path, subschema) : [],
  );
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    ...(field.description || field.$ref ? [] : [`${path}.${name}`]),
    ...silentFields(`${path}.${name}`, field),
  ]);
  return [...inside, ...fields];
}

test("amounts are accepted as strings and numbers, and answered as strings", () => {
  const { ConversionUpdate, Call } = reference.components.schemas;
  expect(ConversionUpdate?.properties?.revenue?.type).toEqual(["string", "number"]);
  expect(Call?.properties?.revenue?.type).toBe("string");
});

const withDryRun = (operation: Operation) => operation.parameters?.some(({ name }) => name === "dry_run") ?? false;

const PREVIEWS: Readonly<Record<string, string>> = {
  "POST /inbox/resolve": "ResolveDryRun",
  "POST /calls/bulk": "BulkPreview",
  "POST /batches/{id}/undo": "UndoAnswer",
};

test("only conversion writes, their batches and resolving inbox items have a dry run, with a documented answer", () => {
  const dryRunnable = described.filter(({ operation }) => withDryRun(operation));
  expect(dryRunnable.map(({ name }) => name).sort()).toEqual(
    [
      ...["/calls/{id}", "/secure/calls/{uuid}", "/secure/{secure_token}/calls/{uuid}"].flatMap((path) => [
        `POST ${path}`,
        `PUT ${path}`,
        `POST ${path}/tokens`,
      ]),
      "POST /calls/{id}/automatic",
      "POST /calls/{id}/lock",
      "POST /inbox/resolve",
      "POST /calls/bulk",
      "POST /batches/{id}/undo",
    ].sort(),
  );
  for (const { name, operation } of dryRunnable) {
    const answer = JSON.stringify([operation.responses["200"], operation.responses["207"]]);
    expect(answer).toContain(`#/components/schemas/${PREVIEWS[name] ?? "DryRunAnswer"}`);
  }
});
