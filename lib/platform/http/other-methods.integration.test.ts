import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { Problem } from "@/lib/platform/contract/problem";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

type Handler = { (request: NextRequest): Promise<Response>; readonly allowed?: readonly string[] };
type Module = Readonly<Record<string, Handler | undefined>>;

vi.stubEnv("LOG_LEVEL", "silent");

const api = path.resolve(import.meta.dirname, "../../../app/api/v1");
const files = readdirSync(api, { recursive: true, encoding: "utf8" })
  // The catch-all answers 404 to every method.
  .filter((file) => path.basename(file) === "route.ts" && !file.startsWith("[["))
  .sort();
const modules = await Promise.all(
  files.map(
    async (file): Promise<[string, Module]> => [
      `/${path.dirname(file)}`,
      await import(pathToFileURL(path.join(api, file)).href),
    ],
  ),
);

function supportedBy(module: Module): string[] {
  const supported = METHODS.filter((method) => module[method] && !module[method].allowed);
  return supported.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
}

function ask(module: Module, method: string): Promise<Response> {
  // Next.js calls GET for HEAD requests.
  const handler = module[method === "HEAD" ? "GET" : method];
  if (!handler) throw new Error(`${method} is left to Next.js: export the handlers of otherMethods`);
  return handler(new NextRequest("http://localhost/api/v1", { method }));
}

test.each(modules)("%s answers 405 with Allow to unsupported methods", async (_, module) => {
  const supported = supportedBy(module);
  for (const method of [...METHODS, "HEAD"].filter((item) => !supported.includes(item))) {
    const answer = await ask(module, method);
    expect([method, answer.status, answer.headers.get("allow")]).toEqual([method, 405, supported.join(", ")]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const problem = Problem.parse(await answer.json());
    expect(problem).toMatchObject({ status: 405, code: "method_not_allowed", allowed: supported });
    expect(answer.headers.get("x-request-id")).toBe(problem.request_id);
  }
});

test.each(modules)("%s answers OPTIONS with its methods", async (_, module) => {
  const answer = await ask(module, "OPTIONS");
  expect([answer.status, answer.headers.get("allow")]).toEqual([204, supportedBy(module).join(", ")]);
  expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});
