import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Node publishes a request on this channel before Next.js handles it. */
const REQUEST_STARTED = "http.server.request.start";

/** Next.js answers 500 to an undecodable path and to TRACE; normalized requests get 404. */
export function normalizeRequests(): void {
  subscribe(REQUEST_STARTED, (message) => mend((message as { request: IncomingMessage }).request));
}

function mend(request: IncomingMessage): void {
  if (request.method === "TRACE") request.method = "UNSUPPORTED";
  if (request.url !== undefined) request.url = decodable(request.url);
}

/** Keeps a decodable path; in others the percent signs are escaped. */
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
