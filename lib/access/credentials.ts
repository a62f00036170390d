import { DomainError } from "@/lib/base/errors";
import { CLIENT_ADDRESS } from "@/lib/platform/config/client-address";
import { systemClock } from "@/lib/platform/config/clock";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { assertOwnOrigin } from "@/lib/platform/http/own-origin";
import { authenticateApiKey, authenticateSecureToken, sessionContext } from "./authenticate";
import type { Context } from "./context";
import { sessionSecretOf } from "./session-cookie";

/** Ways to authenticate at a route. */
export type Credential = "api_key" | "session" | "secure_token";

const SECURE_TOKEN = /^[A-Za-z0-9]{40}$/;

/** Authenticates a request. Throws 401 without credentials that the route accepts. */
export async function authenticate(
  request: ApiRequest,
  credentials: readonly Credential[],
  pathToken: string | undefined,
): Promise<Context> {
  const context = await contextOf(request, credentials, pathToken);
  if (context) return context;
  throw new DomainError("unauthenticated", sentence(credentials));
}

async function contextOf(
  request: ApiRequest,
  credentials: readonly Credential[],
  pathToken?: string,
): Promise<Context | null> {
  if (pathToken !== undefined) return secureToken(pathToken);
  const header = request.headers.get("authorization");
  if (header !== null) {
    const [scheme = "", value = ""] = header.trim().split(/\s+/, 2);
    if (credentials.includes("secure_token")) return /^bearer$/i.test(scheme) ? secureToken(value) : null;
    return credentials.includes("api_key") ? apiKey(scheme.toLowerCase(), value, request) : null;
  }
  return credentials.includes("session") ? session(request) : null;
}

async function secureToken(token: string): Promise<Context | null> {
  return SECURE_TOKEN.test(token) ? authenticateSecureToken(token, systemClock) : null;
}

async function apiKey(scheme: string, value: string, { headers }: ApiRequest): Promise<Context | null> {
  const address = headers.get(CLIENT_ADDRESS);
  if (scheme === "bearer") return authenticateApiKey(value, systemClock, { address });
  if (scheme !== "basic") return null;
  const [keyId = "", ...secret] = Buffer.from(value, "base64").toString("utf8").split(":");
  return authenticateApiKey(secret.join(":"), systemClock, { keyId, address });
}

async function session(request: ApiRequest): Promise<Context | null> {
  const secret = await sessionSecretOf(request.headers.get("cookie"));
  const context = secret === null ? null : await sessionContext(secret, systemClock);
  if (context) assertOwnOrigin(request);
  return context;
}

function sentence(credentials: readonly Credential[]): string {
  if (credentials.includes("secure_token"))
    return "The secure token is missing, unknown or revoked. Send it as Authorization: Bearer <secure token>, or in the URL. Nothing was saved.";
  const key =
    "end a valid API key: Authorization: Bearer <secret>, or Basic with key id and secret. Nothing was saved.";
  return credentials.includes("session") ? `Sign in, or s${key}` : `S${key}`;
}
