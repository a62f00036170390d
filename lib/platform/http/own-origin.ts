import { DomainError } from "@/lib/base/errors";
import { env } from "@/lib/platform/config/env";
import type { ApiRequest } from "./api-request";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Protects against cross-site request forgery: a write with a session cookie must come from our own pages. Browsers
 * send the origin with every write; other clients send no session cookie.
 */
export function assertOwnOrigin(request: ApiRequest): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if ((site !== null && site !== "same-origin") || (origin !== null && !ownOrigins(request).includes(origin))) {
    throw new CrossOrigin();
  }
}

class CrossOrigin extends DomainError {
  constructor() {
    super(
      "forbidden",
      "This request comes from another site. Use Callmark's own pages or an API key. Nothing was saved.",
    );
  }
}

/** The configured base URL, and the host of this request. */
function ownOrigins(request: ApiRequest): string[] {
  const host = request.headers.get("host");
  return [new URL(env().NEXTAUTH_URL).origin, ...(host === null ? [] : [`http://${host}`, `https://${host}`])];
}
