import { log } from "@/lib/platform/log/log";
import { logOutage } from "@/lib/platform/log/log-outage";
import { metrics } from "@/lib/platform/metrics/metrics";
import { causeOfOutage } from "@/lib/platform/sql/cause-of-outage";

/** The actor of the request, once it is authenticated. */
export type Speaker = {
  readonly company: { readonly id: number };
  readonly actor: { readonly type: string; readonly id: number | null };
};

export type AnsweredRequest = {
  readonly method: string;
  /** The pattern of the route, because the path may contain a token. */
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly requestId: string;
  readonly speaker?: Speaker | undefined;
};

/** One log line per request, and its time in the metrics. */
export function recordRequest({ method, path, status, milliseconds, requestId, speaker }: AnsweredRequest): void {
  metrics()?.requestSeconds.observe({ method, route: path, status }, milliseconds / 1000);
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
