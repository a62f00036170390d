import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ask, ask } from "./support/ask";
import { askRaw } from "./support/ask-raw";
import { basic, bearer, keyOf, tokenOf } from "./support/credentials";
import { baseUrl, demo, environment, other, userOf } from "./support/demo";
import { type GivenCall, givenCall } from "./support/given-call";
import { trySignIn } from "./support/session";

const wholeLog = () => readFileSync(environment("SERVER_LOG"), "utf8");
const before = wholeLog().length;
const newLines = () => wholeLog().slice(before);

const planted = new Set<string>();
let call: GivenCall;
beforeAll(async () => {
  call = await givenCall(demo);
});

/** 40 letters and digits, like tokens and keys. It must not appear in the log. */
function plant(): string {
  const secret = randomBytes(20).toString("hex");
  planted.add(secret).add(Buffer.from(secret).toString("base64"));
  return secret;
}

const PLACES: readonly (readonly [string, (secret: string) => Promise<unknown>])[] = [
  [
    "the path of a secure route",
    (secret) => ask("PUT", `/api/v1/secure/${secret}/calls/${call.uuid}?buyer_converted=1`),
  ],
  ["the path, with a call that is none", (secret) => ask("PUT", `/api/v1/secure/${secret}/calls/1`)],
  ["the path, with bad input", (secret) => ask("POST", `/api/v1/secure/${secret}/calls/${call.uuid}`, { json: "{" })],
  ["the path, with a method that is none", (secret) => ask("DELETE", `/api/v1/secure/${secret}/calls/${call.uuid}`)],
  ["a path that leads nowhere", (secret) => ask("GET", `/api/v1/secure/${secret}`)],
  ["a path outside of the API", (secret) => ask("GET", `/secure/${secret}?token=${secret}`)],
  ["a path that redirects", (secret) => ask("GET", `/api/v1/secure/${secret}/`)],
  ["a path that cannot be decoded", (secret) => askRaw(`PUT /api/v1/secure/${secret}/calls/%E0%A4%A HTTP/1.1`)],
  ["a page's path that cannot be decoded", (secret) => askRaw(`GET /calls/${secret}%ff HTTP/1.1`)],
  ["a static path", (secret) => askRaw(`GET /_next/static/${secret}%ff HTTP/1.1`)],
  ["an image's address", (secret) => ask("GET", `/_next/image?url=%2F${secret}&w=64&q=75`)],
  ["TRACE", (secret) => askRaw(`TRACE /api/v1/secure/${secret}/calls/${call.uuid} HTTP/1.1`)],
  ["a bad host", (secret) => askRaw(`GET /api/v1/secure/${secret}/calls/1 HTTP/1.1`, { Host: "[::" })],
  ["a Bearer header", (secret) => ask("GET", "/api/v1/calls", { headers: bearer(secret) })],
  ["a Basic header", (secret) => ask("GET", "/api/v1/calls", { headers: basic(demo.api_key.id, secret) })],
  ["a key id", (secret) => ask("GET", "/api/v1/calls", { headers: basic(secret, demo.api_key.secret) })],
  ["what a page is asked to do", (secret) => ask("POST", "/sign-in", { headers: { "next-action": secret } })],
  ["what next-auth would log", (secret) => ask("POST", "/api/auth/_log", { json: { level: "error", code: secret } })],
  ["a form that is sent to a page", (secret) => ask("POST", "/sign-in", { body: formOf(`$ACTION_ID_${secret}`) })],
  ["another header", (secret) => convert({ headers: { "x-api-key": secret, "idempotency-key": secret } })],
  ["the query", (secret) => convert({ query: { secure_token: secret, api_key: secret } })],
  ["a value in the query", (secret) => convert({ query: { buyer_converted: secret, revenue: secret } })],
  ["a form", (secret) => convert({ form: { password: secret, version: secret } })],
  ["JSON", (secret) => convert({ json: { token: secret, buyer_id: secret } })],
  ["broken JSON", (secret) => convert({ json: `{"token": "${secret}"` })],
  ["a JSON name", (secret) => convert({ json: { [secret]: secret } })],
  ["a reason and a token that are kept", (secret) => convert({ json: { reason: secret, tokens: { note: secret } } })],
  ["a body of another type", (secret) => convert({ body: Buffer.from(secret), headers: { "content-type": secret } })],
  ["a body that is too large", (secret) => convert({ form: { reason: secret.repeat(30_000) } })],
  ["a body cut off", cutOff],
  ["a session cookie", (secret) => withCookie(`next-auth.session-token=${secret}`)],
  [
    "a session cookie like a token",
    (secret) => withCookie(`next-auth.session-token=eyJhbGciOiJkaXIifQ..${secret}.x.y`),
  ],
  ["another cookie", (secret) => withCookie(`token=${secret}`)],
  ["a password", (secret) => trySignIn(userOf(demo, "viewer").email, secret)],
  ["an unknown address", (secret) => trySignIn(`${secret}@nowhere.test`, "wrong-password")],
  [
    "where to go after signing in",
    (secret) => trySignIn("nobody@nowhere.test", "wrong", `https://evil.test/${secret}`),
  ],
  ["a callback that is none", (secret) => ask("GET", `/api/auth/callback/${secret}?code=${secret}&state=${secret}`)],
  ["the sign-in page", (secret) => ask("GET", `/sign-in?callbackUrl=${secret}&error=${secret}`)],
  ["what a buyer ignores", (secret) => ask("PUT", securePath(), { query: { note: secret } })],
  ["what a buyer is refused", (secret) => ask("PUT", securePath(), { query: { revenue: secret, note: secret } })],
];

const convert = (request: Ask) =>
  ask("PUT", `/api/v1/calls/${call.id}`, { ...request, headers: { ...keyOf(demo), ...request.headers } });
const securePath = () => `/api/v1/secure/${demo.secure_token}/calls/${call.uuid}`;

function formOf(name: string): FormData {
  const form = new FormData();
  form.set(name, "");
  return form;
}

async function withCookie(cookie: string): Promise<void> {
  for (const path of ["/api/v1/calls", "/calls", "/api/auth/session"]) await ask("GET", path, { headers: { cookie } });
}

/** A client that disconnects mid-request is logged as a failure. */
function cutOff(secret: string): Promise<void> {
  const { hostname, port, host } = new URL(baseUrl);
  const head = `PUT /api/v1/secure/${secret}/calls/${call.uuid} HTTP/1.1\r\nHost: ${host}\r\n`;
  return new Promise((resolve) => {
    const socket = connect(Number(port || 80), hostname, () => {
      socket.write(`${head}Authorization: Bearer ${secret}\r\nContent-Length: 900\r\n\r\n${secret}`);
      setTimeout(() => socket.destroy(), 100);
    });
    socket.on("close", () => resolve());
    socket.on("error", () => resolve());
  });
}

test.each(PLACES)("a secret in %s is not logged", async (_, send) => {
  const secret = plant();
  await send(secret);
  expect(newLines().includes(secret)).toBe(false);
});

test("valid credentials are not logged either", async () => {
  await ask("PUT", securePath(), { query: { buyer_converted: "true" } });
  await ask("PUT", `/api/v1/secure/calls/${call.uuid}`, { headers: tokenOf(demo), query: { revenue: "x" } });
  await ask("GET", "/api/v1/calls", { headers: basic(demo.api_key.id, demo.api_key.secret) });
  const { email, password } = userOf(demo, "viewer");
  const { cookies } = await trySignIn(email, password);
  for (const [name, value] of Object.entries(cookies)) {
    if (/session-token|csrf-token/.test(name)) planted.add(value);
  }
  await withCookie(
    Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join("; "),
  );
});

test("a post to a page gets the page and writes nothing to the log", async () => {
  const length = wholeLog().length;
  const page = await ask("GET", "/sign-in");
  for (const request of [{ headers: { "next-action": plant() } }, { body: formOf("$ACTION_REF_1") }]) {
    expect((await ask("POST", "/sign-in", request)).status).toBe(page.status);
  }
  expect(wholeLog().slice(length)).not.toContain("Error");
});

test("none of these requests caused a server error", () => {
  expect(
    newLines()
      .split("\n")
      .filter((line) => /"status":5[0-9]{2}|"msg":"request failed"/.test(line)),
  ).toEqual([]);
});

afterAll(() => {
  const log = wholeLog();
  expect(log.length).toBeGreaterThan(before);
  const secrets = [demo, other].flatMap((tenant) => [
    tenant.secure_token,
    tenant.api_key.secret,
    ...tenant.users.map(({ password }) => password),
  ]);
  const ofTheServer = ["NEXTAUTH_SECRET", "CALLMARK_HASH_KEY", "DATABASE_URL"].flatMap(
    (name) => process.env[name] ?? [],
  );
  for (const secret of [...planted, ...secrets, ...ofTheServer]) expect(log.includes(secret), secret).toBe(false);
});
