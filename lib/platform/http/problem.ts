import { DomainError, type ErrorCode } from "@/lib/base/errors";
import type { Problem } from "@/lib/platform/contract/problem";
import { textResponse } from "./text-response";

export const STATUS = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  stale_version: 409,
  conflict: 409,
  request_timeout: 408,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  too_many_requests: 429,
  unavailable: 503,
  outcome_unknown: 503,
} satisfies Record<ErrorCode, number>;

export const TITLES: Record<ErrorCode | "internal", string> = {
  unauthenticated: "Not authenticated",
  forbidden: "Not permitted",
  not_found: "Not found",
  method_not_allowed: "Method not allowed",
  stale_version: "Stale version",
  conflict: "Conflict with the current state",
  request_timeout: "Request timeout",
  too_large: "Request too large",
  unsupported_media_type: "Unsupported media type",
  invalid: "Invalid input",
  too_many_requests: "Too many requests",
  unavailable: "Temporarily unavailable",
  outcome_unknown: "Outcome unknown",
  internal: "Internal error",
};

const RETRY_AFTER_SECONDS: Readonly<Record<number, number>> = {
  [STATUS.too_many_requests]: 10,
  [STATUS.unavailable]: 2,
};

/** An error as a problem document (RFC 9457). Unexpected errors become a 500 without details. */
export function problemOf(reason: unknown, requestId: string): Problem {
  if (!(reason instanceof DomainError)) {
    const detail =
      "Something went wrong on the server. Check whether it was saved, then try again. If it keeps failing, contact support with the request_id.";
    return document("internal", 500, detail, requestId);
  }
  const problem = document(reason.code, STATUS[reason.code], reason.message, requestId);
  return { ...problem, ...reason.members };
}

function document(code: ErrorCode | "internal", status: number, detail: string, requestId: string): Problem {
  return { type: `/docs/api#${code}`, title: TITLES[code], status, detail, code, request_id: requestId };
}

export function problemResponse(problem: Problem): Response {
  const retryAfter = problem.retry_after ?? RETRY_AFTER_SECONDS[problem.status];
  return textResponse(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(problem.allowed && { allow: problem.allowed.join(", ") }),
      ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
      // Node would read the rest of the body as the next request.
      ...(problem.status === 408 && { connection: "close" }),
      ...(problem.status === 401 && { "www-authenticate": 'Bearer realm="Callmark"' }),
    },
  });
}
