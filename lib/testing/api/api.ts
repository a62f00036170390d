import { NextRequest } from "next/server";
import { statusesOf } from "@/lib/api/reference/statuses";
import { type FoundRoute, findRoute } from "./find-route";

// One line a request would bury what a test says.
process.env.LOG_LEVEL ??= "error";

const BASE = "/api/v1";

export type Answer<Body> = { readonly status: number; readonly headers: Headers; readonly body: Body };
export type Fields = Readonly<Record<string, unknown>>;
export type HeaderFields = Readonly<Record<string, string>>;

type Sent = { readonly body?: string; readonly headers?: HeaderFields };

/** A client of the API with one credential: the routes themselves, called as Next.js calls them. */
export type Api = {
  get<Body = Fields>(path: string): Promise<Answer<Body>>;
  put<Body = Fields>(path: string, fields?: Fields): Promise<Answer<Body>>;
  post<Body = Fields>(path: string, fields?: Fields): Promise<Answer<Body>>;
  /** A request as it is written, byte by byte. */
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
  const url = new URL(`${BASE}${path}`, "http://callmark.test");
  const found = await findRoute(decodeURIComponent(url.pathname.slice(BASE.length)));
  const response = await respond(method, url, sent, found);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body };
}

/** Next.js answers a method that a route does not export with a bare 405. */
async function respond(
  method: string,
  url: URL,
  { body, headers }: Sent,
  { module, params }: FoundRoute,
): Promise<Response> {
  const handler = module[method];
  if (!handler) return new Response(null, { status: 405 });
  const all = new Headers(headers);
  const bytes = body === undefined ? null : new TextEncoder().encode(body);
  if (bytes) all.set("content-length", String(bytes.byteLength));
  const request = new NextRequest(url, { method, headers: all, body: bytes });
  const response = await handler(request, { params: Promise.resolve(params) });
  const { declaration } = handler;
  if (declaration && !statusesOf({ method, declaration }).includes(response.status))
    throw new Error(`${method} ${declaration.path} answered ${response.status}, which its declaration does not list`);
  return response;
}
