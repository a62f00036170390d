import { expect, test } from "vitest";
import type { OpenApi, Operation } from "@/lib/platform/contract/open-api";
import { groupOperations, problemsOf, successOf } from "./operation-groups";

const operation = (summary: string): Operation => ({
  operationId: summary,
  summary,
  description: "",
  tags: ["Calls"],
  security: [],
  parameters: [],
  responses: {
    200: { description: "", content: { "application/json": { schema: {} } } },
    201: { description: "", content: { "application/json": { schema: {}, example: { status: 201 } } } },
    404: { $ref: "#/components/responses/problem_404" },
  },
  "x-codeSamples": [{ lang: "curl", label: "curl", source: `curl ${summary}` }],
});

const reference = {
  paths: {
    "/calls/{id}": { put: operation("save"), post: operation("save"), get: operation("read") },
    "/rollups": { get: { ...operation("roll"), tags: ["Billing"] } },
  },
} as unknown as OpenApi;

test("methods that do the same are grouped, others separate", () => {
  const groups = groupOperations(reference, "Calls");
  expect(groups.map(({ methods, path }) => `${methods.join(" ")} ${path}`)).toEqual([
    "PUT POST /calls/{id}",
    "GET /calls/{id}",
  ]);
  expect(groups[0]?.samples.map(({ source }) => source)).toEqual(["curl save"]);
});

test("the successful answer is the one with an example; problems have their statuses", () => {
  expect(successOf(operation("save"))?.status).toBe("201");
  expect(problemsOf(operation("save"))).toEqual(["404"]);
});
