import { expect, test } from "vitest";
import { ask } from "./support/ask";

test("the address answers health checks without a credential, and metrics only with one", async () => {
  expect((await ask("GET", "/health/live")).body).toEqual({ live: true });
  expect((await ask("GET", "/health/ready")).body).toEqual({ ready: true });
  expect((await ask("GET", "/metrics")).status).toBe(404);
});

test("every answer names its request, as the client or a proxy named it", async () => {
  for (const path of ["/sign-in", "/api/v1/calls", "/api/v1/nothing", "/nothing", "/api/auth/csrf"]) {
    const headers = { "x-request-id": "edge-7f3a" };
    expect((await ask("GET", path, { headers })).headers.get("x-request-id"), path).toBe("edge-7f3a");
    expect((await ask("GET", path)).headers.get("x-request-id"), path).toMatch(/^[0-9a-f-]{36}$/);
  }
  const { body } = await ask("GET", "/api/v1/calls", { headers: { "x-request-id": "edge-7f3a" } });
  expect(body).toMatchObject({ request_id: "edge-7f3a" });
});
