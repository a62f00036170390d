import { NextRequest } from "next/server";
import type { Declaration } from "@/lib/api/declaration";
import { statusesOf } from "@/lib/api/reference/statuses";
import { findRoute } from "./find-route";

// One log line per request would bury the output of the tests.
process.env.LOG_LEVEL ??= "error";

const BASE = "/api/v1";

export type Answer<Body> = { readonly status: number; readonly headers: Headers; readonly body: Body };
export type Fields = Readonly<Record<string, unknown>>;
export type HeaderFields = Readonly<Record<string, string>>;

type Sent = { readonly body?: string; readonly headers?: HeaderFields };

/** An API client with one credential. It calls the routes directly, as Next.js does. */
export type Api = {
  get<Body = Fields>(path: string): Promise<Answer<Body>>;
  put<Body = Fields>(path: string, fields?: Fields): Promise<Answer<Body>>;
  post<Body = Fields>(path: string, fields?: Fields): Promise<Answer<Body>>;
  /** Sends a request with a raw body. */
  send<Body = Fields>(method: string, path: string, sent?: Sent): Promise<Answer<Body>>;
};

export function api(credential: HeaderFields = {}): Api {
  const send = <Body>(method: string, path: string, { body, headers = {} }: Sent = {}) =>
    request<Body>(method, path, { ...(body !== undefined && { body }), headers: { ...credential, ...headers } });
  const sendJson = <Body>(method: string, path: string, fields: Fields = {}) =>
    send<Body>(method, path, { body: JSON.stringify(fields), headers: { "content-type": "application/json" } });
  return {
    get: (path) => send("GET", path),
    put: (path, fields) => sendJson("PUT", path, fields),
    post: (path, fields) => sendJson("POST", path, fields),
    send,
  };
}

/** A client with an API key or a secure token. */
export function bearer(secret: string): Api {
  return api({ authorization: `Bearer ${secret}` });
}

async function request<Body>(method: string, path: string, sent: Sent): Promise<Answer<Body>> {
  const { answer, declaration } = await askRoute<Body>(method, path, sent);
  if (declaration && !statusesOf({ method, declaration }).includes(answer.status))
    throw new Error(`${method} ${declaration.path} answered ${answer.status}, which its declaration does not list`);
  return answer;
}

type Declared = { readonly declaration: Declaration | undefined };

/**
 * Sends a request to the route at a path and returns the answer with the route's declaration. Does not check the
 * answer.
 */
export async function askRoute<Body>(
  method: string,
  path: string,
  sent: Sent,
): Promise<Declared & { readonly answer: Answer<Body> }> {
  const url = new URL(`${BASE}${path}`, "http://callmark.test");
  const { module, params } = await findRoute(decodeURIComponent(url.pathname.slice(BASE.length)));
  const handler = module[method];
  const response = handler
    ? await handler(requestOf(method, url, sent), { params: Promise.resolve(params) })
    : NO_METHOD;
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  const body = (isJson ? JSON.parse(text) : text) as Body;
  return { answer: { status: response.status, headers: response.headers, body }, declaration: handler?.declaration };
}

/** Next.js answers a method that a route does not export with a bare 405. */
const NO_METHOD = new Response(null, { status: 405 });

function requestOf(method: string, url: URL, { body, headers }: Sent): NextRequest {
  const all = new Headers(headers);
  const bytes = body === undefined ? null : new TextEncoder().encode(body);
  if (bytes) all.set("content-length", String(bytes.byteLength));
  return new NextRequest(url, { method, headers: all, body: bytes });
}
