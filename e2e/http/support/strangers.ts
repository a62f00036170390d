import { randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import type { Credential } from "@/lib/access/credentials";
import { basic, bearer } from "./credentials";
import { database } from "./database";
import { demo, other, type Role } from "./demo";
import { sessionOf } from "./session";

/** A client without access. `token` goes into the path of routes that take one there. */
export type Stranger = {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly token?: string;
};

const ROLES: readonly Role[] = ["owner", "operator", "billing", "viewer"];
const NEVER_ISSUED = "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0";
const DAY = 24 * 60 * 60;

/** Clients without access, with every kind of invalid credential. */
export async function strangersTo(credentials: readonly Credential[]): Promise<Stranger[]> {
  const everywhere = [...nobody, ...(await forgedSessions())];
  if (credentials.includes("secure_token")) return (await withoutToken()).concat(everywhere.map(withWrongToken));
  const sessions = ROLES.map(async (role) => ({ name: `a signed-in ${role}`, headers: await sessionOf(demo, role) }));
  return [
    ...everywhere,
    ...(await withoutKey()),
    ...(credentials.includes("session") ? [] : await Promise.all(sessions)),
  ];
}

const nobody: Stranger[] = [
  { name: "nobody", headers: {} },
  { name: "an empty header", headers: { authorization: "" } },
  { name: "a scheme alone", headers: { authorization: "Bearer" } },
  { name: "an unknown scheme", headers: { authorization: `Digest ${demo.api_key.secret}` } },
  { name: "a secret without a scheme", headers: { authorization: demo.api_key.secret } },
];

async function withoutKey(): Promise<Stranger[]> {
  const { id, secret } = demo.api_key;
  return [
    { name: "an unknown secret", headers: bearer(NEVER_ISSUED) },
    { name: "a secret with a tail", headers: bearer(`${secret}x`) },
    { name: "a secret in other letters", headers: bearer(secret.toUpperCase()) },
    { name: "the key id alone", headers: bearer(id) },
    { name: "the secure token", headers: bearer(demo.secure_token) },
    { name: "Basic that is not base64", headers: { authorization: "Basic ::::" } },
    { name: "Basic without a secret", headers: basic(id, "") },
    { name: "Basic with a wrong secret", headers: basic(id, NEVER_ISSUED) },
    { name: "Basic without a key id", headers: basic("", secret) },
    { name: "Basic with another company's key id", headers: basic(other.api_key.id, secret) },
    { name: "Basic with another company's secret", headers: basic(id, other.api_key.secret) },
    ...(await revokedKey()),
  ];
}

async function withoutToken(): Promise<Stranger[]> {
  const tokens = {
    "an unknown token": NEVER_ISSUED,
    "a token with a tail": `${demo.secure_token}x`,
    "a token cut short": demo.secure_token.slice(0, -1),
    "a token that is no letters and digits": `${demo.secure_token.slice(0, -1)}-`,
    "the API key's secret": demo.api_key.secret,
    ...(await revokedToken()),
  };
  return Object.entries(tokens).map(([name, token]) => ({ name, token, headers: bearer(token) }));
}

const withWrongToken = (stranger: Stranger): Stranger => ({ ...stranger, token: NEVER_ISSUED });

async function forgedSessions(): Promise<Stranger[]> {
  const secret = randomBytes(32).toString("hex");
  const forged = await encode({ token: { sub: "1", name: "Somebody" }, secret, maxAge: DAY });
  const cookies = { "a cookie that says nothing": "garbage", "a forged session": forged, "an empty cookie": "" };
  return Object.entries(cookies).map(([name, value]) => ({
    name,
    headers: { cookie: `next-auth.session-token=${value}` },
  }));
}

async function revokedKey(): Promise<Stranger[]> {
  if (!database) return [];
  const secret = randomBytes(20).toString("hex");
  await database.addApiKey(demo, { secret, revoked: true });
  return [{ name: "a revoked key", headers: bearer(secret) }];
}

async function revokedToken(): Promise<Record<string, string>> {
  if (!database) return {};
  const token = randomBytes(20).toString("hex");
  await database.addRevokedToken(demo, token);
  return { "a revoked token": token };
}
