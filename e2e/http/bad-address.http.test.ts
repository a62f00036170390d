import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "./support/ask";
import { askRaw } from "./support/ask-raw";
import { keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { callOf, everythingOf, type GivenCall, givenCall } from "./support/given-call";
import { expectProblem } from "./support/refusal";

const key = keyOf(demo);
let call: GivenCall;
let before: Awaited<ReturnType<typeof everythingOf>>;
beforeAll(async () => {
  call = await givenCall(demo);
  before = await everythingOf(demo, call.id);
});

afterAll(async () => expect(await everythingOf(demo, call.id)).toEqual(before));

/** Anything that was saved shows in the call's fields, version or tokens. */
const expectNothingSaved = async () => expect(await callOf(demo, call.id)).toEqual(before.call);

describe("an invalid address", () => {
  const ADDRESSES = [
    "0",
    "-1",
    "007",
    "1.0",
    "1e3",
    "0x1",
    "%20",
    "%00",
    "null",
    "undefined",
    "NaN",
    "..%2f1",
    "99999999999999999999",
    "9007199254740993",
    "0b8e7c1a-3f52-4c6d-9e81",
    "{id}",
    "%F0%9F%98%80",
    "1%2Fchanges",
    "'%20or%201=1",
  ];

  test.each(ADDRESSES)("/calls/%s", async (id) => {
    for (const [method, part] of [
      ["GET", ""],
      ["GET", "/billing"],
      ["PUT", ""],
    ] as const) {
      expectProblem(await ask(method, `/api/v1/calls/${id}${part}`, { headers: key }), 404);
    }
  });

  test.each(["%E0%A4%A", "%", "%ff", "%c0%80"])("/calls/%s, which cannot be decoded", async (id) => {
    for (const line of [`GET /api/v1/calls/${id}`, `PUT /api/v1/calls/${id}?buyer_converted=true`]) {
      expect(await askRaw(`${line} HTTP/1.1`, key)).toMatchObject({
        status: 404,
        text: expect.stringContaining("not_found"),
      });
    }
    const secure = await askRaw(`PUT /api/v1/secure/${demo.secure_token}/calls/${id} HTTP/1.1`);
    expect(secure).toMatchObject({ status: 404, text: expect.stringContaining("not_found") });
    expect((await askRaw(`PUT /api/v1/secure/${id}/calls/${call.uuid} HTTP/1.1`)).status).toBe(401);
  });

  test("a secure route accepts no numeric ids", async () => {
    const headers = { authorization: `Bearer ${demo.secure_token}` };
    for (const path of [`/api/v1/secure/${demo.secure_token}/calls/`, "/api/v1/secure/calls/"]) {
      for (const id of [call.id, "987654321", "0b8e7c1a3f524c6d9e812a4b6c8d0e1f", `{${call.uuid}}`]) {
        expectProblem(await ask("PUT", `${path}${id}`, { headers, query: { buyer_converted: "false" } }), 404);
      }
    }
    await expectNothingSaved();
  });

  test.each(["", "/", "/v2", "/calls/1/nothing", "/secure", "/secure/calls", "/openapi", "/calls/1/lock/x"])(
    "/api/v1%s is not found",
    async (path) => {
      const { status } = await ask("GET", `/api/v1${path}`, { headers: key });
      expect([308, 401, 404, 405]).toContain(status);
    },
  );
});

describe("an unsupported method", () => {
  test.each(["DELETE", "PATCH"])("%s", async (method) => {
    for (const path of [`/calls/${call.id}`, "/calls", `/secure/${demo.secure_token}/calls/${call.uuid}`, "/rollups"]) {
      const answer = await ask(method, `/api/v1${path}`, { headers: key });
      expectProblem(answer, 405, "method_not_allowed");
      expect(answer.headers.get("allow")).toContain("POST");
    }
    await expectNothingSaved();
  });

  test("a GET at an address that accepts conversions converts nothing", async () => {
    const form = "buyer_converted=false&converted=false";
    for (const method of ["GET", "HEAD"]) {
      const answer = await ask(method, `/api/v1/secure/${demo.secure_token}/calls/${call.uuid}`, { query: form });
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST, PUT"]);
      expect(answer.headers.get("x-request-id")).toBeTruthy();
    }
    await expectNothingSaved();
  });

  test.each(["TRACE", "PROPFIND", "PURGE", "BREW", "put"])("%s", async (method) => {
    const { status } = await askRaw(`${method} /api/v1/calls/${call.id}?buyer_converted=false HTTP/1.1`, key);
    expect([400, 405, 501]).toContain(status);
    await expectNothingSaved();
  });

  test("HEAD answers like GET, without a body", async () => {
    expect(await ask("HEAD", `/api/v1/calls/${call.id}`, { headers: key })).toMatchObject({ status: 200, text: "" });
  });
});

describe("a malformed HTTP request", () => {
  test.each([
    ["two lengths", { "Content-Length": "2", "content-length": "3" }],
    ["a negative length", { "Content-Length": "-1" }],
    ["a length and chunks", { "Content-Length": "2", "Transfer-Encoding": "chunked" }],
    ["no host", { Host: "" }],
    ["a header of 20 kilobytes", { "X-Long": "x".repeat(20_000) }],
  ])("%s", async (_, headers) => {
    const answer = await askRaw(`PUT /api/v1/calls/${call.id}?revenue=-1 HTTP/1.1`, { ...key, ...headers }, "{}");
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    await expectNothingSaved();
  });

  test("a query of 20 kilobytes", async () => {
    const query = { reason: "x".repeat(20_000) };
    expect((await ask("PUT", `/api/v1/calls/${call.id}`, { headers: key, query })).status).toBe(431);
    await expectNothingSaved();
  });

  test.each(["a b", "[::", "évil.test", "localhost:99999"])("the host “%s”", async (host) => {
    const { status } = await askRaw(`GET /api/v1/calls/${call.id} HTTP/1.1`, { ...key, Host: host });
    expect(status).toBeLessThan(500);
  });
});
