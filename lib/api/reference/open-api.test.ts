import { describe, expect, test } from "vitest";
import { declaredRoutes } from "@/app/api/v1/openapi.json/declared-routes";
import type { Operation, Schema } from "@/lib/platform/contract/open-api";
import { TITLES } from "@/lib/platform/http/problem";
import { openApi } from "./open-api";
import { ROUTE_GUIDE } from "./route-guides";

const reference = openApi(declaredRoutes);
const operations = Object.entries(reference.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, Operation] => [
    `${method.toUpperCase()} ${path}`,
    operation,
  ]),
);

describe.each(operations)("%s", (name, operation) => {
  test("says what it is for, and shows how it is asked", () => {
    expect(operation.summary).toMatch(/^[A-Z]/);
    expect(operation.description).toMatch(/\.$/);
    expect(operation["x-codeSamples"][0]?.source).toMatch(/^curl( -X (PUT|POST))? /);
  });

  test("takes what it is shown taking", () => {
    const { send } = ROUTE_GUIDE[name] ?? {};
    const declared = declaredRoutes.find(({ method, declaration }) => `${method} ${declaration.path}` === name);
    if (!send || !declared) return;
    const parameters = typeof send === "string" ? Object.fromEntries(new URLSearchParams(send)) : asText(send);
    expect(declared.declaration.input.safeParse(parameters).error).toBeUndefined();
  });

  test("answers as its contract says", () => {
    const { answer } = ROUTE_GUIDE[name] ?? {};
    const declared = declaredRoutes.find(({ method, declaration }) => `${method} ${declaration.path}` === name);
    if (answer) expect(declared?.declaration.output.parse(answer)).toEqual(answer);
  });
});

/** Numbers arrive at a contract as the text they were written as. */
function asText(value: object): unknown {
  return JSON.parse(JSON.stringify(value, (_, item) => (typeof item === "number" ? String(item) : item)));
}

test("the guide knows no route that there is not", () => {
  const existing = declaredRoutes.map(({ method, declaration }) => `${method} ${declaration.path}`);
  expect(Object.keys(ROUTE_GUIDE).filter((name) => !existing.includes(name))).toEqual([]);
});

test("operations have names of their own", () => {
  const names = operations.map(([, { operationId }]) => operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("putCallsById");
});

test("the specification's line stands in it, word for word", () => {
  const path = reference.paths["/secure/{secure_token}/calls/{uuid}"];
  expect(path?.put?.["x-codeSamples"][0]?.source).toBe(
    'curl -X PUT \\\n  "https://your-domain.com/api/v1/secure/SECURE_TOKEN/calls/CALL_UUID?buyer_converted=true&revenue=10"',
  );
});

test("every reference leads somewhere", () => {
  const text = JSON.stringify(reference);
  const references = [...text.matchAll(/"\$ref":"#\/components\/([a-z]+)\/([A-Za-z_]+)"/gi)];
  expect(references.length).toBeGreaterThan(20);
  for (const [, kind = "", name = ""] of references) {
    expect(reference.components).toHaveProperty([kind, name]);
  }
  expect(text).not.toContain("#/$defs/");
});

test("every field says what it means", () => {
  const silent = Object.entries(reference.components.schemas).flatMap(([name, schema]) => silentFields(name, schema));
  const parameters = operations.flatMap(([name, operation]) =>
    operation.parameters.filter(({ description }) => !description).map((parameter) => `${name} ${parameter.name}`),
  );
  expect([...silent, ...parameters]).toEqual([]);
});

function silentFields(path: string, schema: Schema): string[] {
  const inside = [schema.items, ...(schema.anyOf ?? [])].flatMap((item) => (item ? silentFields(path, item) : []));
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    ...(field.description || field.$ref ? [] : [`${path}.${name}`]),
    ...silentFields(`${path}.${name}`, field),
  ]);
  return [...inside, ...fields];
}

test("what is not available yet is not offered", () => {
  expect(JSON.stringify(reference.paths)).not.toMatch(/"(add_revenue|add_payout|sort)"/);
});

test("conversion writes and the resolving of what waits alone have a dry run, and say how it is answered", () => {
  const withDryRun = operations.filter(([, { parameters }]) => parameters.some(({ name }) => name === "dry_run"));
  expect(withDryRun.map(([name]) => name).sort()).toEqual(
    [
      ...["/calls/{id}", "/secure/calls/{uuid}", "/secure/{secure_token}/calls/{uuid}"].flatMap((path) => [
        `POST ${path}`,
        `PUT ${path}`,
        `POST ${path}/tokens`,
      ]),
      "POST /calls/{id}/automatic",
      "POST /calls/{id}/lock",
      "POST /inbox/resolve",
    ].sort(),
  );
  for (const [name, { responses }] of withDryRun) {
    const schema = name === "POST /inbox/resolve" ? "ResolveDryRun" : "DryRunAnswer";
    expect(JSON.stringify(responses["200"])).toContain(`#/components/schemas/${schema}`);
  }
});

test("every code of a problem is explained", () => {
  expect(Object.keys(reference.components.responses)).toEqual(Object.keys(TITLES));
});
