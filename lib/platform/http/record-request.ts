import { log } from "@/lib/platform/log/log";
import { logOutage } from "@/lib/platform/log/log-outage";
import { causeOfOutage } from "@/lib/platform/sql/cause-of-outage";

/** The actor of the request, once it is authenticated. */
export type Speaker = {
  readonly company: { readonly id: number };
  readonly actor: { readonly type: string; readonly id: number | null };
};

/** One log line per request. Contains the route's pattern instead of the path, which may contain a token. */
export function recordRequest(
  method: string,
  path: string,
  status: number,
  milliseconds: number,
  requestId: string,
  speaker: Speaker | undefined,
): void {
  log().info({
    method,
    path,
    status,
    ms: Math.round(milliseconds * 10) / 10,
    request_id: requestId,
    company: speaker?.company.id,
    actor: speaker && `${speaker.actor.type} ${speaker.actor.id ?? ""}`.trim(),
  });
}

/**
 * Logs an unexpected error. Database messages can quote values, so only the kind and place of the error are logged. A
 * database that is out of reach fails every request: that is one line a second.
 */
recordRequest.failure = (path: string, requestId: string, reason: unknown): void => {
  const cause = causeOfOutage(reason);
  if (cause !== null) {
    logOutage(cause);
    return;
  }
  const error = reason instanceof Error ? reason : new Error(String(reason));
  log().error(
    { path, request_id: requestId, error: error.name, code: codeOf(error), at: placeOf(error) },
    "request failed",
  );
};

function codeOf(error: Error): unknown {
  return "code" in error ? error.code : undefined;
}

function placeOf(error: Error): string | undefined {
  return error.stack
    ?.split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 6)
    .join("\n");
}
