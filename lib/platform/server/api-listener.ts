import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { log } from "@/lib/platform/log/log";
import { IncomingRequest } from "./incoming-request";
import type { FoundRoute, RouteTable } from "./route-table";
import { sendResponse } from "./send-response";

/** Answers requests for routes of the table, and passes all others on. */
export function apiListener(routes: RouteTable, handOn: RequestListener): RequestListener {
  return (message, response) => {
    const path = plainPathOf(message.url ?? "/");
    const match = path === null ? null : routes.find(message.method ?? "", path);
    if (match) void answer(match, message, response);
    else void handOn(message, response);
  };
}

/** Next.js normalizes empty segments, dots and the like, and then finds its own copy of the route. */
const RESOLVED_ELSEWHERE = /\/\/|\/\.|%2e|[\\#]/i;

/** The path without a trailing slash; null if it must be normalized first. */
function plainPathOf(url: string): string | null {
  const query = url.indexOf("?");
  const path = query === -1 ? url : url.slice(0, query);
  if (RESOLVED_ELSEWHERE.test(path)) return null;
  return path.endsWith("/") ? path.slice(0, -1) : path;
}

async function answer({ handler, params }: FoundRoute, message: IncomingMessage, response: ServerResponse) {
  try {
    const answered = await handler(new IncomingRequest(message, response), { params: Promise.resolve(params) });
    await sendResponse(answered, message, response);
  } catch (reason) {
    // Routes turn their errors into problem documents, so this error occurred while sending.
    log().error({ error: reason instanceof Error ? reason.name : String(reason) }, "answer not sent");
    response.destroy();
  }
}
