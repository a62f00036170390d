import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { readBody } from "@/lib/platform/http/read-body";
import { textResponse } from "@/lib/platform/http/text-response";
import { arrived, connection, exchange } from "@/lib/testing/raw-http";
import { apiListener } from "./api-listener";
import { type PathParameters, RouteTable } from "./route-table";

/** Answers with what it was asked. */
async function echo(request: ApiRequest, context: { params: Promise<PathParameters> }) {
  const body = Buffer.from(await readBody(request, 1024).catch(() => "broke off")).toString();
  const { id } = await context.params;
  const query = new URL(request.url).search;
  return textResponse(JSON.stringify({ id, query, body, twice: request.headers.get("x-twice") }), {
    headers: { "content-type": "application/json", "x-method": request.method },
  });
}

const PIECE = "x".repeat(64 * 1024);
const endless = { sent: 0, abandoned: false };

/** An endless file, streamed as a route does. */
async function file() {
  endless.sent = 0;
  endless.abandoned = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        endless.sent += 1;
        controller.enqueue(Buffer.from(PIECE));
      },
      cancel: () => {
        endless.abandoned = true;
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { "content-type": "text/csv" } });
}

const broken = () =>
  new Response(new ReadableStream({ pull: (controller) => controller.error(new Error("the database is gone")) }));

let server: Server;
let port: number;
beforeAll(async () => {
  const routes = new RouteTable([
    ["/api/v1/calls/[id]", { GET: echo, PUT: echo, POST: echo }],
    ["/api/v1/file", { GET: file }],
    ["/api/v1/broken", { GET: async () => broken() }],
  ]);
  server = createServer(
    { keepAliveTimeout: 500 },
    apiListener(routes, ({ url }, response) => response.end(`handed on ${url}`)),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const HOST = "Host: callmark.test\r\n";
const LAST = `${HOST}Connection: close\r\n\r\n`;
const statusesIn = (answer: string) => [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
const jsonIn = (answer: string) => JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4));

test.each([
  ["as it is", "/api/v1/calls/7?a=b"],
  ["with a slash at its end", "/api/v1/calls/7/?a=b"],
])("an address is decoded %s", async (_, address) => {
  const answer = await exchange(port, `GET ${address} HTTP/1.1\r\n${LAST}`);
  expect(jsonIn(answer)).toMatchObject({ id: "7", query: "?a=b" });
});

test.each([
  "/",
  "/calls/7",
  "/api/v1",
  "//api/v1/calls/7",
  "/api/v1/calls/../calls/7",
  "/api/v1/calls/%2e%2E",
  "/x#/api",
])("%s is passed to Next.js", async (address) => {
  const answer = await exchange(port, `GET ${address} HTTP/1.1\r\n${LAST}`);
  expect(answer).toContain(`handed on ${address}`);
});

test("unsupported methods and undecodable paths are too", async () => {
  for (const line of ["DELETE /api/v1/calls/7", "PROPFIND /api/v1/calls/7", "GET /api/v1/calls/%E0%A4%A"]) {
    expect(await exchange(port, `${line} HTTP/1.1\r\n${LAST}`)).toContain("handed on");
  }
});

test("every answer has the security headers, and HEAD no body", async () => {
  const answer = await exchange(port, `HEAD /api/v1/calls/7 HTTP/1.1\r\n${LAST}`);
  expect(answer).toMatch(/\r\n\r\n$/);
  expect(answer).toContain("x-method: HEAD");
  expect(answer).toContain("X-Content-Type-Options: nosniff");
  expect(answer).toContain("Content-Security-Policy: default-src 'self'");
});

test("pipelined requests are answered in order", async () => {
  const [one, two, three] = ["1", "2", "3"].map((id) => `PUT /api/v1/calls/${id} HTTP/1.1\r\nContent-Length: 1\r\n`);
  const answer = await exchange(port, `${one}${HOST}\r\na${two}${HOST}\r\nb${three}${LAST}c`);
  expect(statusesIn(answer)).toEqual([200, 200, 200]);
  expect([...answer.matchAll(/"id":"(\d)","query":"","body":"(\w)"/g)].map(([, id, body]) => `${id}${body}`)).toEqual([
    ...["1a", "2b", "3c"],
  ]);
});

test("Expect: 100-continue is answered before the body is read", async () => {
  const head = `PUT /api/v1/calls/7 HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n${LAST}`;
  const socket = await connection(port);
  socket.write(head);
  expect(await arrived(socket, "\r\n\r\n")).toContain("HTTP/1.1 100 Continue");
  socket.write("ok");
  expect(await arrived(socket, "}")).toContain('"body":"ok"');
});

test("HTTP/1.0 without a host is answered, and the connection closed", async () => {
  const answer = await exchange(port, "GET /api/v1/calls/7 HTTP/1.0\r\n\r\n");
  expect(jsonIn(answer)).toMatchObject({ id: "7" });
});

test("all values of repeated headers count", async () => {
  const answer = await exchange(port, `GET /api/v1/calls/7 HTTP/1.1\r\nX-Twice: a\r\nX-Twice: b\r\n${LAST}`);
  expect(jsonIn(answer)).toMatchObject({ twice: "a, b" });
});

test("a chunked body is read to its end", async () => {
  const chunks = "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n";
  const answer = await exchange(port, `PUT /api/v1/calls/7 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${LAST}`, chunks);
  expect(jsonIn(answer)).toMatchObject({ body: "abc" });
});

test("a client that disconnects during its body affects no other", async () => {
  const socket = await connection(port);
  socket.write(`PUT /api/v1/calls/7 HTTP/1.1\r\n${HOST}Content-Length: 100\r\n\r\nabc`);
  socket.destroy();
  expect(statusesIn(await exchange(port, `GET /api/v1/calls/7 HTTP/1.1\r\n${LAST}`))).toEqual([200]);
});

test("a file is read as fast as the client takes it, and no further after it disconnects", async () => {
  const socket = await connection(port);
  socket.write(`GET /api/v1/file HTTP/1.1\r\n${HOST}\r\n`);
  await arrived(socket, "x");
  socket.pause();
  // Reading stops when every buffer on the way is full.
  let before = -1;
  await expect
    .poll(
      () => {
        const rests = endless.sent === before;
        before = endless.sent;
        return rests;
      },
      { interval: 200, timeout: 20_000 },
    )
    .toBe(true);
  expect(endless.abandoned).toBe(false);
  socket.destroy();
  await expect.poll(() => endless.abandoned).toBe(true);
});

test("a file that fails midway cuts the connection, so that the client notices the missing part", async () => {
  const answer = await exchange(port, `GET /api/v1/broken HTTP/1.1\r\n${HOST}\r\n`);
  expect(answer).not.toContain("0\r\n\r\n");
});
