import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { ask } from "./support/ask";
import { keyOf } from "./support/credentials";
import { baseUrl, demo } from "./support/demo";
import { expectProblem } from "./support/refusal";
import { cookieHeader, sessionOf, trySignIn } from "./support/session";

const PASSWORD = "staple lantern orbit";
const origin = new URL(baseUrl).origin;

/** An operator who was invited by the API and has joined. */
async function givenAna() {
  const email = `ana-${crypto.randomUUID()}@harbor.test`;
  const json = { email, name: "Ana Ruiz", role: "operator" };
  const { status, body } = await ask("POST", "/api/v1/members", { headers: keyOf(demo), json });
  expect(status).toBe(201);
  const { member, link } = body as { member: { id: number }; link: string };
  const key = link.split("/").at(-1);
  const join = (password: string) => ask("POST", `/api/v1/member-links/${key}`, { json: { password } });
  expectProblem(await join("password1234"), 422);
  expect((await join(PASSWORD)).status).toBe(200);
  expectProblem(await join("violet-tractor-91"), 404);
  const enter = async (password = PASSWORD) => {
    const { answer, cookies } = await trySignIn(email, password);
    return { status: answer.status, headers: { ...cookieHeader(cookies), origin } };
  };
  return { id: member.id, email, enter };
}

test("what members do about their own access takes a session, not a key", async () => {
  for (const [method, path] of [
    ["GET", "/me/sessions"],
    ["DELETE", "/me/sessions"],
    ["PUT", "/me/password"],
    ["POST", "/me/authenticator"],
    ["POST", "/me/passkeys/options"],
  ] as const) {
    expectProblem(await ask(method, `/api/v1${path}`, { headers: keyOf(demo) }), 401);
  }
});

test("a member manages password, authenticator app and sessions", async () => {
  const { enter } = await givenAna();
  const { headers } = await enter();
  const own = (method: string, path: string, json?: object) => ask(method, `/api/v1/me${path}`, { headers, json });
  const { secret } = (await own("POST", "/authenticator")).body as { secret: string };
  const code = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate();
  const set = await own("PUT", "/authenticator", { secret, code, password: PASSWORD });
  expect((set.body as { recovery_codes: string[] }).recovery_codes).toHaveLength(10);
  expect((await enter()).status).toBe(401);
  expect((await own("GET", "/second-factors")).body).toMatchObject({ authenticator: true, recovery_codes_left: 10 });
  expect((await own("POST", "/recovery-codes", { password: PASSWORD })).status).toBe(200);
  expectProblem(await own("DELETE", "/authenticator", { password: "wrong" }), 422);
  expect((await own("DELETE", "/authenticator", { password: PASSWORD })).status).toBe(200);
  expect((await own("POST", "/passkeys/options")).body).toMatchObject({ options: { rp: { name: "Callmark" } } });
  expectProblem(await own("POST", "/passkeys", { name: "Laptop", password: PASSWORD, response: "{}" }), 422);
  expectProblem(await own("DELETE", "/passkeys/1", { password: PASSWORD }), 404);

  const other = (await enter()).headers;
  const { sessions } = (await own("GET", "/sessions")).body as { sessions: { id: number; current: boolean }[] };
  const [newest] = sessions;
  expect(newest?.current).toBe(false);
  expect((await own("DELETE", `/sessions/${newest?.id}`)).status).toBe(200);
  expectProblem(await ask("GET", "/api/v1/calls", { headers: other }), 401);
  const third = (await enter()).headers;
  const change = { current_password: PASSWORD, new_password: "violet-tractor-91" };
  expect((await own("PUT", "/password", change)).body).toEqual({ status: 200, ended: 1 });
  expectProblem(await ask("GET", "/api/v1/calls", { headers: third }), 401);
  expect((await own("DELETE", "/sessions")).body).toEqual({ status: 200, ended: 0 });
});

test("a disabled member and a revoked key are refused with the next request", async () => {
  const ana = await givenAna();
  const { headers } = await ana.enter();
  expect((await ask("GET", "/api/v1/calls", { headers })).status).toBe(200);
  await ask("PUT", `/api/v1/members/${ana.id}`, { headers: keyOf(demo), json: { disabled: true } });
  expectProblem(await ask("GET", "/api/v1/calls", { headers }), 401);
  const made = await ask("POST", "/api/v1/api-keys", { headers: keyOf(demo), json: { name: "CRM", role: "viewer" } });
  const { api_key, secret } = made.body as { api_key: { id: number }; secret: string };
  const withKey = { authorization: `Bearer ${secret}` };
  expect((await ask("GET", "/api/v1/calls", { headers: withKey })).status).toBe(200);
  await ask("DELETE", `/api/v1/api-keys/${api_key.id}`, { headers: keyOf(demo) });
  expectProblem(await ask("GET", "/api/v1/calls", { headers: withKey }), 401);
});

test("the audit log names who did it, from where, and by which request", async () => {
  const owner = await sessionOf(demo, "owner");
  const renamed = await ask("POST", "/api/v1/secure-tokens", { headers: owner, json: { name: "Of the audit" } });
  const { body } = await ask("GET", "/api/v1/audit?action=secure_token.created&per_page=1", { headers: owner });
  expect(body).toMatchObject({
    entries: [
      {
        actor: { type: "member" },
        address: expect.any(String),
        request_id: renamed.headers.get("x-request-id"),
        after: { name: "Of the audit" },
      },
    ],
  });
  const csv = await ask("GET", "/api/v1/audit.csv?action=secure_token.created", { headers: owner });
  expect(csv.text.split("\n")[0]).toContain("recorded_at");
  expect(csv.text).toContain("Of the audit");
  const theirs = await ask("GET", "/api/v1/audit", { headers: keyOf(demo.other_company) });
  expect(theirs.text).not.toContain("Of the audit");
  expectProblem(await ask("GET", "/api/v1/audit", { headers: await sessionOf(demo, "manager") }), 403);
});
