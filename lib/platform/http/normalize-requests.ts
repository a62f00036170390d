import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { CLIENT_ADDRESS, clientAddress } from "@/lib/platform/config/client-address";
import { env } from "@/lib/platform/config/env";
import { setPagePolicy, setSecurityHeaders } from "@/lib/platform/server/guard";
import { acceptRequestId, REQUEST_ID } from "./request-id";

/** Node publishes a request on this channel before anybody handles it. */
export const REQUEST_STARTED = "http.server.request.start";
const BASE = "http://any.invalid";

/**
 * Next.js answers 500 to an undecodable path and to TRACE, and redirects a request for a whole URL. Normalized requests
 * get 404, or the page. Next.js also looks for a server action in a post to a page and logs one it does not know; since
 * the product has none, the page is read instead. Writes the client's address and the request's id into their headers,
 * because Next.js trusts what the client sends, and sets the security headers of the answer.
 */
export function normalizeRequests(): void {
  subscribe(REQUEST_STARTED, (message) => normalize(message as StartedRequest));
}

export type StartedRequest = { readonly request: IncomingMessage; readonly response: ServerResponse };

function normalize({ request, response }: StartedRequest): void {
  if (request.method === "TRACE") request.method = "UNSUPPORTED";
  if (request.url !== undefined) request.url = decodable(withoutOrigin(request.url));
  if (request.method === "POST" && isPage(request.url ?? "/")) request.method = "GET";
  request.headers[CLIENT_ADDRESS] = addressOf(request);
  const requestId = acceptRequestId(request.headers[REQUEST_ID]);
  request.headers[REQUEST_ID] = requestId;
  // Routes name it in their own answers.
  if (isRoute(request.url ?? "/")) setSecurityHeaders(response);
  else {
    response.setHeader(REQUEST_ID, requestId);
    setPagePolicy(request, response);
  }
}

export const isRoute = (url: string): boolean => /^\/api\/v1(?:[/?]|$)/.test(url);

/** Neither a route nor what Next.js serves itself, in development also to posts. Dots are resolved, as Next.js does. */
export function isPage(url: string): boolean {
  const path = URL.canParse(url, BASE) ? new URL(url, BASE).pathname : "/";
  return !/^\/(api\/|_)/.test(path);
}

function addressOf({ socket, headers }: IncomingMessage): string {
  const forwardedFor = headers["x-forwarded-for"];
  return clientAddress(socket.remoteAddress ?? "", forwardedFor?.toString(), env().TRUSTED_PROXIES);
}

/** Clients of a proxy send the whole URL, such as `GET http://callmark.test/api/v1/calls HTTP/1.1`. */
export function withoutOrigin(url: string): string {
  if (url.startsWith("/") || url === "*") return url;
  const path = url.replace(/^https?:\/\/[^/?#]*/i, "");
  return path.startsWith("/") ? path : `/${path}`;
}

/** A path that can be decoded is unchanged; in others the percent signs are escaped. */
export function decodable(url: string): string {
  const [path = "", ...query] = url.split("?");
  if (!path.includes("%") || canBeDecoded(path)) return url;
  return [path.replaceAll("%", "%25"), ...query].join("?");
}

function canBeDecoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
