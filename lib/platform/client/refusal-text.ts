import { ApiError, Unreachable } from "./api-error";

/** What a failed request means, and what to do now. */
export function refusalText(error: unknown): string {
  if (error instanceof Unreachable) {
    return "Couldn’t reach Callmark. Check your connection and try again.";
  }
  if (!(error instanceof ApiError)) return "The response was invalid. Reload the page to check whether it was saved.";
  const { status, detail, request_id } = error.problem;
  if (status === 401) return "You’re signed out. Sign in again in another tab, then retry here.";
  return status >= 500 && request_id ? `${detail} (request ${request_id})` : detail;
}
