import { describe, expect, test } from "vitest";
import { ask } from "./support/ask";
import { convert } from "./support/convert";
import { keyOf } from "./support/credentials";
import { baseUrl, demo, userOf } from "./support/demo";
import { callOf, givenCall } from "./support/given-call";
import { expectProblem } from "./support/refusal";
import { cookieHeader, sessionOf, setCookies, trySignIn } from "./support/session";

const SESSION = /session-token$/;
const hasSession = (cookies: Readonly<Record<string, string>>) =>
  Object.keys(cookies).some((name) => SESSION.test(name));

describe("a write with a session must come from our own pages", () => {
  test.each([
    ["another site", { origin: "https://evil.test" }],
    ["no site at all", { origin: "null" }],
    ["the own host by another scheme's port", { origin: `${baseUrl}0` }],
    ["a host that begins like ours", { origin: `${baseUrl}.evil.test` }],
    ["a cross-site form", { "sec-fetch-site": "cross-site" }],
    ["a neighbour below the same domain", { "sec-fetch-site": "same-site" }],
    ["another site that claims to be ours", { origin: baseUrl, "sec-fetch-site": "cross-site" }],
    ["nowhere", {}],
  ])("not from %s", async (_, from) => {
    const call = await givenCall(demo);
    const { cookie = "" } = await sessionOf(demo, "owner");
    const headers = { cookie, ...from };
    const attempts = [
      ask("PUT", `/api/v1/calls/${call.id}?buyer_converted=true`, { headers }),
      ask("POST", `/api/v1/calls/${call.id}`, { headers, form: { buyer_converted: "true" } }),
      ask("POST", `/api/v1/calls/${call.id}/lock`, { headers, json: { side: "buyer", locked: true } }),
      ask("POST", "/api/v1/rollups", { headers }),
    ];
    for (const answer of await Promise.all(attempts)) expectProblem(answer, 403, "forbidden");
    expect((await callOf(demo, call.id)).version).toBe(0);
  });

  test("but reading needs no origin, nor does a client without a session", async () => {
    const call = await givenCall(demo);
    const session = await sessionOf(demo, "owner");
    const foreign = { ...session, origin: "https://evil.test", "sec-fetch-site": "cross-site" };
    expect((await ask("GET", `/api/v1/calls/${call.id}`, { headers: foreign })).status).toBe(200);
    const ours = { origin: baseUrl, "sec-fetch-site": "same-origin" };
    expect(await convert(call, { query: { buyer_converted: "1" }, headers: ours }, session)).toMatchObject({
      changed: true,
    });
    expect(await convert(call, { query: { buyer_converted: "0" } }, session)).toMatchObject({ changed: true });
    const { origin: _, ...cookie } = session;
    const bySite = { ...cookie, "sec-fetch-site": "same-origin" };
    expect(await convert(call, { query: { buyer_converted: "1" } }, bySite)).toMatchObject({ changed: true });
  });

  test("no CORS header allows another site to read an answer", async () => {
    const headers = { ...keyOf(demo), origin: "https://evil.test" };
    for (const method of ["GET", "OPTIONS"]) {
      const answer = await ask(method, "/api/v1/calls", { headers });
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});

describe("signing in", () => {
  test("sets a cookie that scripts cannot read and other sites cannot send", async () => {
    const { email, password } = userOf(demo, "viewer");
    const { answer } = await trySignIn(email, password);
    const line = answer.headers.getSetCookie().find((cookie) => SESSION.test(cookie.split("=")[0] ?? ""));
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; SameSite=(Lax|Strict)/i);
    expect(line).toMatch(/; Path=\//i);
    const csrf = (await ask("GET", "/api/auth/csrf")).headers
      .getSetCookie()
      .find((cookie) => cookie.includes("csrf-token"));
    expect(csrf).toMatch(/; HttpOnly/i);
    expect(csrf).toMatch(/; SameSite=Lax/i);
  });

  test("needs the form's own token", async () => {
    const { email, password } = userOf(demo, "viewer");
    const form = { email, password, callbackUrl: "/calls", json: "true" };
    for (const csrfToken of ["", "0".repeat(64)]) {
      const answer = await ask("POST", "/api/auth/callback/credentials", { form: { ...form, csrfToken } });
      expect(hasSession(setCookies(answer))).toBe(false);
    }
  });

  test.each([
    ["a wrong password", "wrong-password"],
    ["an empty password", ""],
    ["a password of a kilobyte", "x".repeat(1024)],
    ["NUL", "\0"],
  ])("is rejected with %s, whether or not the member exists", async (_, password) => {
    const existing = await trySignIn(userOf(demo, "billing").email, password);
    const unknown = await trySignIn(`nobody-${Date.now()}@nowhere.test`, password);
    expect(existing.answer.status).toBe(401);
    expect([unknown.answer.status, unknown.answer.text]).toEqual([existing.answer.status, existing.answer.text]);
    expect(hasSession(existing.cookies) || hasSession(unknown.cookies)).toBe(false);
    await trySignIn(userOf(demo, "billing").email, userOf(demo, "billing").password);
  });

  test.each(["a\0b@nowhere.test", "\0", "a".repeat(300)])(
    "shows nothing internal for an invalid e-mail address",
    async (email) => {
      const { answer } = await trySignIn(email, "wrong-password");
      expect(answer.status).toBe(401);
      expect(new URL((answer.body as { url: string }).url).searchParams.get("error")).toBe("CredentialsSignin");
    },
  );

  test("does not redirect to another site", async () => {
    const { email, password } = userOf(demo, "viewer");
    for (const wanted of ["https://evil.test/", "//evil.test", "/\\evil.test", "javascript:alert(1)"]) {
      const { answer } = await trySignIn(email, password, wanted);
      const { url } = answer.body as { url: string };
      expect(new URL(url, baseUrl).origin, wanted).toBe(new URL(baseUrl).origin);
    }
  });

  test("is blocked for an account after ten failures, and says for how long", async () => {
    const email = `throttled-${Date.now()}@nowhere.test`;
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      const { answer } = await trySignIn(attempt % 2 ? email : email.toUpperCase(), "wrong-password");
      const error = new URL((answer.body as { url: string }).url).searchParams.get("error");
      const seconds = answer.headers.get("retry-after");
      if (attempt <= 10) expect([answer.status, error, seconds]).toEqual([401, "CredentialsSignin", null]);
      else expect([answer.status, error]).toEqual([429, `too_many_attempts.${seconds}`]);
    }
  });

  test("is not blocked on a known device, whose cookie scripts cannot read", async () => {
    // No other test signs in with this member: the account stays closed for a while.
    const { email, password } = userOf(demo.other_company, "manager");
    const existing = await trySignIn(email, password);
    expect(existing.answer.status).toBe(200);
    const line = existing.answer.headers.getSetCookie().find((cookie) => cookie.startsWith("callmark-device-"));
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; SameSite=Lax/i);
    expect(line).toMatch(/; Path=\/api\/auth/i);
    for (let attempt = 1; attempt <= 10; attempt += 1) await trySignIn(email, "wrong-password");
    expect((await trySignIn(email, password)).answer.status).toBe(429);
    const [name = "", value = ""] =
      Object.entries(existing.cookies).find(([cookie]) => cookie.startsWith("callmark-device-")) ?? [];
    expect((await trySignIn(email, password, "/calls", { [name]: value })).answer.status).toBe(200);
  });
});

test("signing out ends the session", async () => {
  const { email, password } = userOf(demo, "viewer");
  const { cookies } = await trySignIn(email, password);
  expect(hasSession(cookies)).toBe(true);
  const csrf = await ask("GET", "/api/auth/csrf", { headers: cookieHeader(cookies) });
  const { csrfToken } = csrf.body as { csrfToken: string };
  const form = { csrfToken, json: "true", callbackUrl: "/sign-in" };
  const out = await ask("POST", "/api/auth/signout", { headers: cookieHeader(cookies), form });
  expect(hasSession(setCookies(out, cookies))).toBe(false);
  const headers = cookieHeader(setCookies(out, cookies));
  expectProblem(await ask("GET", "/api/v1/calls", { headers }), 401);
  expect((await ask("GET", "/api/auth/session", { headers })).body).toEqual({});
  // Whoever copied the cookie before can neither use nor renew it.
  const stolen = cookieHeader(cookies);
  expectProblem(await ask("GET", "/api/v1/calls", { headers: stolen }), 401);
  const renewal = await ask("GET", "/api/auth/session", { headers: stolen });
  expect(renewal.body).toEqual({});
  expect(hasSession(setCookies(renewal))).toBe(false);
});

test("a large body is refused while it is read, and delays nobody", async () => {
  const flood = "x".repeat(8 * 1024 * 1024);
  const [refused, other] = await Promise.all([
    ask("POST", "/api/auth/callback/credentials", { form: { email: flood } }),
    ask("GET", "/api/auth/csrf"),
  ]);
  expectProblem(refused, 413, "too_large");
  expect(other.status).toBe(200);
});

test("a page runs only scripts that carry the nonce of its answer", async () => {
  const [one, other] = [await ask("GET", "/sign-in"), await ask("GET", "/sign-in")];
  const nonces = [one, other].map(
    ({ headers }) => /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1],
  );
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(one.headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe-inline/);
  const scripts = [...one.text.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes ?? "");
  expect(scripts.length).toBeGreaterThan(3);
  for (const attributes of scripts) expect(attributes).toContain(`nonce="${nonces[0]}"`);
  expect(one.headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(one.headers.get("cross-origin-resource-policy")).toBe("same-origin");
});

test("signing out needs the form's own token too", async () => {
  const session = await sessionOf(demo, "viewer");
  const out = await ask("POST", "/api/auth/signout", {
    headers: session,
    form: { csrfToken: "0".repeat(64), json: "true" },
  });
  expect(out.headers.getSetCookie().filter((line) => /session-token=;/.test(line))).toEqual([]);
  expect((await ask("GET", "/api/v1/calls", { headers: session })).status).toBe(200);
});

test.each(["/", "/calls", "/calls/1", "/calls/987654321", "/calls?q=5550100"])(
  "without a session the page %s redirects to sign-in and shows nothing",
  async (path) => {
    const places: string[] = [];
    let answer = await ask("GET", path);
    for (let hop = 0; hop < 4 && answer.headers.has("location"); hop += 1) {
      const next = new URL(answer.headers.get("location") ?? "", baseUrl);
      places.push(next.pathname);
      answer = await ask("GET", next.pathname + next.search);
    }
    expect(places.at(-1)).toBe("/sign-in");
    expect(answer.status).toBe(200);
  },
);

test("a page of another company's call looks like one that does not exist", async () => {
  const theirs = await givenCall(demo.other_company);
  const headers = await sessionOf(demo, "owner");
  const pages = await Promise.all([theirs.id, 987_654_321].map((id) => ask("GET", `/calls/${id}`, { headers })));
  expect(pages.map(({ status }) => status)).toEqual([404, 404]);
  for (const { text } of pages) expect(text).not.toContain(theirs.uuid);
});
