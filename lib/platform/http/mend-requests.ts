import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { CLIENT_ADDRESS, clientAddress } from "@/lib/platform/config/client-address";
import { env } from "@/lib/platform/config/env";

/** Node tells of a request here before Next.js sees it. */
const REQUEST_STARTED = "http.server.request.start";

/**
 * Next.js answers 500 to a path that cannot be decoded and to TRACE. With these it finds that there is no such thing. And it
 * believes what a client says of its own address: who asks is written down before.
 */
export function mendRequests(): void {
  subscribe(REQUEST_STARTED, (message) => mend((message as { request: IncomingMessage }).request));
}

function mend(request: IncomingMessage): void {
  if (request.method === "TRACE") request.method = "UNSUPPORTED";
  if (request.url !== undefined) request.url = decodable(request.url);
  request.headers[CLIENT_ADDRESS] = addressOf(request);
}

function addressOf({ socket, headers }: IncomingMessage): string {
  const forwardedFor = headers["x-forwarded-for"];
  return clientAddress(socket.remoteAddress ?? "", forwardedFor?.toString(), env().TRUSTED_PROXIES);
}

/** An address whose path can be decoded stays as it is; in any other the percent signs stand for themselves. */
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
