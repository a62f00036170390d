import type { Context } from "@/lib/access/context";
import { DomainError, NotFound } from "@/lib/base/errors";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { countFailure } from "@/lib/platform/http/rate-limits";

/** Authenticates a request. Counts failures by network and throws 429 after too many. */
export async function enter<Entered>({ headers }: ApiRequest, attempt: () => Promise<Entered>): Promise<Entered> {
  try {
    return await attempt();
  } catch (reason) {
    if (isNobody(reason)) await countFailure(headers);
    throw reason;
  }
}

/** The key in an endpoint's address is its credential, so an unknown address is a failed attempt. */
function isNobody(reason: unknown): boolean {
  return (reason instanceof DomainError && reason.code === "unauthenticated") || reason instanceof NotFound;
}

/** The key by which requests are counted. */
export function credentialOf({ company, actor }: Context): string {
  return `${company.id} ${actor.type} ${actor.id ?? ""}`;
}
