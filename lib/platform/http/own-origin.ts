import { DomainError } from "@/lib/base/errors";
import { env } from "@/lib/platform/config/env";
import { isServedHost } from "@/lib/platform/config/served-hosts";
import type { ApiRequest } from "./api-request";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Protects against cross-site request forgery: a write with a session cookie must say that it comes from our own pages,
 * by `Origin` or `Sec-Fetch-Site`, which no script can forge and every browser sends.
 */
export function assertOwnOrigin(request: ApiRequest): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if (site !== null && site !== "same-origin") throw new CrossOrigin();
  if (origin !== null && !isOwn(origin, request)) throw new CrossOrigin();
  if (site === null && origin === null) throw new CrossOrigin();
}

class CrossOrigin extends DomainError {
  constructor() {
    super(
      "forbidden",
      "A request with a session must come from Callmark’s own pages. Elsewhere, use an API key. Nothing was saved.",
    );
  }
}

/** The address of the installation, or that of another of its hosts by which this request came. */
function isOwn(origin: string, { headers }: ApiRequest): boolean {
  const own = new URL(env().NEXTAUTH_URL);
  const host = headers.get("host");
  return origin === own.origin || (host !== null && isServedHost(host) && origin === `${own.protocol}//${host}`);
}
