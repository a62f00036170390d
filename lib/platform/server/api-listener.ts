import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { log } from "@/lib/platform/log/log";
import { IncomingRequest } from "./incoming-request";
import type { FoundRoute, RouteTable } from "./route-table";
import { sendResponse } from "./send-response";

/** Answers what a route of the table supports, and hands everything else on. */
export function apiListener(routes: RouteTable, handOn: RequestListener): RequestListener {
  return (message, response) => {
    const path = plainPathOf(message.url ?? "/");
    const found = path === null ? null : routes.find(message.method ?? "", path);
    if (found) void answer(found, message, response);
    else void handOn(message, response);
  };
}

/** Empty segments, dots and the like are resolved by Next.js, which then finds its own copy of the route. */
const RESOLVED_ELSEWHERE = /\/\/|\/\.|%2e|[\\#]/i;

/** The path without a slash at its end; null where it is not what it says. */
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
    // Routes turn what fails into problem documents: this is a fault in sending one.
    log().error({ error: reason instanceof Error ? reason.name : String(reason) }, "answer not sent");
    response.destroy();
  }
}
