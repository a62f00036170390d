import { expect, test } from "vitest";
import { exchange } from "@/lib/testing/raw-http";
import { keyOf, tokenOf } from "./support/credentials";
import { baseUrl, demo, environment, userOf } from "./support/demo";

const WAYS = [baseUrl, environment("TWIN_URL")].map((url) => Number(new URL(url).port));
const [call] = demo.sample_calls;
const { id, uuid } = call ?? { id: 0, uuid: "none" };
const key = keyOf(demo);

/** Headers that depend on the moment, on how the answer is split into pieces, or on Next.js's own router. */
const OF_THE_WAY = new Set(["date", "x-request-id", "content-length", "transfer-encoding", "content-encoding", "vary"]);

async function answerOf(port: number, line: string, headers: Readonly<Record<string, string>>, body: string) {
  const all = { Host: "localhost", Connection: "close", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const [head = ""] = (await exchange(port, `${line} HTTP/1.1\r\n${lines.join("")}\r\n${body}`)).split("\r\n\r\n");
  const [status = "", ...answered] = head.split("\r\n");
  const compared = answered
    .map((line) => line.split(": ") as [string, string])
    .map(([name, value]) => [name.toLowerCase(), value.replaceAll(/nonce(-|=")[^'"]+/g, "nonce")] as const);
  return { status, headers: Object.fromEntries(compared.filter(([name = ""]) => !OF_THE_WAY.has(name))) };
}

test.each<[line: string, headers?: Readonly<Record<string, string>>, body?: string]>([
  [`GET /api/v1/calls/${id}`, key],
  [`GET /api/v1/calls/${id}/`, key],
  [`GET /api/v1/calls/${uuid}`, key],
  [`GET /api/v1//calls/${id}`, key],
  [`GET /api/v1/calls/../calls/${id}`, key],
  [`GET /api/v1/calls/%2e%2e/calls/${id}`, key],
  [`GET /api/v1/calls/${id}%2Fchanges`, key],
  [`GET /api/v1/%63alls/${id}`, key],
  [`GET http://callmark.test/api/v1/calls/${id}`, key],
  ["GET /api/v1/calls/%E0%A4%A", key],
  [`HEAD /api/v1/calls/${id}`, key],
  [`OPTIONS /api/v1/calls/${id}`],
  [`DELETE /api/v1/calls/${id}`, key],
  [`TRACE /api/v1/calls/${id}`, key],
  [`PROPFIND /api/v1/calls/${id}`, key],
  [`GET /api/v1/calls/${id}`],
  [`GET /api/v1/calls/${id}`, { ...key, Authorization: "Bearer another" }],
  ["GET /api/v1/calls?per_page=1", key],
  ["GET /api/v1/nothing", key],
  ["GET /api/v1", key],
  ["GET /api/v1/openapi.json"],
  ["GET /api/v1/ledger/export?format=csv", key],
  ["HEAD /api/v1/ledger/export?format=csv", key],
  [`PUT /api/v1/calls/${id}?revenue=-1`, key],
  [`PUT /api/v1/calls/${id}`, { ...key, "Content-Type": "text/csv", "Content-Length": "3" }, "a,b"],
  [`PUT /api/v1/calls/${id}`, { ...key, "Content-Type": "application/json", "Content-Length": "1" }, "{"],
  [`PUT /api/v1/secure/calls/${uuid}?dry_run=true&buyer_converted=true`, tokenOf(demo)],
  ["PUT /api/v1/secure/calls/7?buyer_converted=true", tokenOf(demo)],
  ["POST /api/v1/intake/retell/nobody", { "Content-Length": "2" }, "{}"],
  ["POST /api/v1/hooks/buyers/nobody", { "Content-Length": "2" }, "{}"],
  ["GET /api/auth/providers"],
  ["GET /docs/api"],
  ["GET /nothing"],
])("%s is answered the same whoever serves it (%j)", async (line, headers = {}, body = "") => {
  const [front, next] = await Promise.all(WAYS.map((port) => answerOf(port, line, headers, body)));
  expect(front).toEqual(next);
});

/** Each has a database of its own, and so sessions of its own. */
async function sessionAt(port: number) {
  const at = (path: string) => `http://localhost:${port}/api/auth/${path}`;
  const cookiesOf = ({ headers }: Response) => headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  const csrf = await fetch(at("csrf"));
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const { email, password } = userOf(demo, "viewer");
  const entered = await fetch(at("callback/credentials"), {
    method: "POST",
    headers: { cookie: cookiesOf(csrf).join("; ") },
    body: new URLSearchParams({ csrfToken, email, password, callbackUrl: "/calls", json: "true" }),
    redirect: "manual",
  });
  return { cookie: cookiesOf(entered).join("; ") };
}

test("a session reads the same from both servers", async () => {
  const [front, next] = await Promise.all(
    WAYS.map(async (port) => answerOf(port, `GET /api/v1/calls/${id}`, await sessionAt(port), "")),
  );
  expect(front?.status).toBe("HTTP/1.1 200 OK");
  expect(front).toEqual(next);
});

test("a request to upgrade is answered as usual, unlike by Next.js alone", async () => {
  const headers = { ...key, Upgrade: "h2c", Connection: "close, Upgrade" };
  for (const path of [`/api/v1/calls/${id}`, "/docs/api"]) {
    expect((await answerOf(WAYS[0] ?? 0, `GET ${path}`, headers, "")).status).toBe("HTTP/1.1 200 OK");
  }
});
