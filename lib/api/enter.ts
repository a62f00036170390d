import type { Context } from "@/lib/access/context";
import { DomainError, NotFound } from "@/lib/base/errors";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { countFailure } from "@/lib/platform/http/rate-limits";

/** Counts it where nobody can be made out who may enter; 429 where that happens too often. */
export async function enter<Entered>({ headers }: ApiRequest, attempt: () => Promise<Entered>): Promise<Entered> {
  try {
    return await attempt();
  } catch (reason) {
    if (isNobody(reason)) countFailure(headers);
    throw reason;
  }
}

/** An address of an endpoint is its credential, so that one of nobody's is a wrong one. */
function isNobody(reason: unknown): boolean {
  return (reason instanceof DomainError && reason.code === "unauthenticated") || reason instanceof NotFound;
}

/** What requests are counted by. */
export function credentialOf({ company, actor }: Context): string {
  return `${company.id} ${actor.type} ${actor.id ?? ""}`;
}
