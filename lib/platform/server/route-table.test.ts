import { expect, test } from "vitest";
import { RouteTable } from "./route-table";

const moduleOf = (name: string, ...methods: string[]) =>
  Object.fromEntries(methods.map((method) => [method, async () => new Response(name)]));

const table = new RouteTable([
  ["/api/v1/calls", moduleOf("calls", "GET", "POST")],
  ["/api/v1/calls/bulk", moduleOf("bulk", "POST")],
  ["/api/v1/calls/[id]", moduleOf("call", "GET", "PUT")],
  ["/api/v1/calls/[id]/tokens", moduleOf("tokens", "POST")],
  ["/api/v1/secure/calls/[uuid]", moduleOf("by header", "PUT")],
  ["/api/v1/secure/[secure_token]/calls/[uuid]", moduleOf("by path", "PUT")],
]);

async function at(method: string, path: string) {
  const match = table.find(method, path);
  if (!match) return null;
  const context = { params: Promise.resolve(match.params) };
  const request = new Request("http://callmark.test");
  return [await (await match.handler(request, context)).text(), match.params];
}

test.each([
  ["GET", "/api/v1/calls", "calls", {}],
  ["HEAD", "/api/v1/calls/7", "call", { id: "7" }],
  ["POST", "/api/v1/calls/bulk", "bulk", {}],
  ["POST", "/api/v1/calls/bulk/tokens", "tokens", { id: "bulk" }],
  ["GET", "/api/v1/calls/a%2Fb%20c", "call", { id: "a/b c" }],
  ["PUT", "/api/v1/secure/calls/u1", "by header", { uuid: "u1" }],
  ["PUT", "/api/v1/secure/calls/calls/u1", "by path", { secure_token: "calls", uuid: "u1" }],
])("%s %s is %s", async (method, path, name, params) => {
  expect(await at(method, path)).toEqual([name, params]);
});

test.each([
  ["GET", "/api/v1"],
  ["GET", "/api/v1/calls/"],
  ["GET", "/api/v1/call"],
  ["GET", "/api/v1/calls/7/nothing"],
  ["DELETE", "/api/v1/calls"],
  ["toString", "/api/v1/calls"],
  ["__proto__", "/api/v1/calls"],
  ["GET", "/calls"],
  ["GET", "/api/v1/calls/%E0%A4%A"],
])("%s %s has no route", async (method, path) => {
  expect(await at(method, path)).toBeNull();
});
