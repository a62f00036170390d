import { subscribe } from "node:diagnostics_channel";
import { isRoute, REQUEST_STARTED, type StartedRequest } from "./normalize-requests";
import { pagePattern } from "./page-pattern";
import { recordRequest } from "./record-request";
import { REQUEST_ID } from "./request-id";

/** Asked every few seconds by programs, whose answers nobody looks for in a log. */
const UNRECORDED = /^\/(health\/|metrics$|_next\/)/;
/** As nginx names it: the client disconnected before it had its answer. */
const CLIENT_CLOSED = 499;

/** Records what Next.js answers by itself, as routes record their own. */
export function recordPages(): void {
  subscribe(REQUEST_STARTED, (message) => recordPage(message as StartedRequest));
}

/** Posts to it are recorded as those to routes are. */
const isSignIn = ({ method }: StartedRequest["request"], path: string) =>
  method === "POST" && path.startsWith("/api/auth/");

function recordPage({ request, response }: StartedRequest): void {
  const url = request.url ?? "/";
  const path = url.split("?", 1)[0] ?? "/";
  if (isRoute(url) || isSignIn(request, path) || UNRECORDED.test(path)) return;
  const began = performance.now();
  response.once("close", () => {
    recordRequest({
      method: request.method ?? "",
      path: pagePattern(path),
      status: response.writableFinished ? response.statusCode : CLIENT_CLOSED,
      milliseconds: performance.now() - began,
      requestId: String(request.headers[REQUEST_ID] ?? ""),
    });
  });
}
