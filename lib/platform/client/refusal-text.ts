import { ApiError, Unreachable } from "./api-error";

/** What a failed request means, and what to do now. */
export function refusalText(error: unknown): string {
  if (error instanceof Unreachable) {
    return "Callmark did not answer. Check your connection and try again.";
  }
  if (!(error instanceof ApiError))
    return "The answer could not be understood. Reload the page and look whether it was saved.";
  const { status, detail, request_id } = error.problem;
  if (status === 401) return "You are signed out. Sign in in another tab, then try again here.";
  return status >= 500 && request_id ? `${detail} (request ${request_id})` : detail;
}
