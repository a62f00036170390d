import type { ApiRequest } from "./api-request";

/** The header by which a request is named: by the client or a proxy, in the answer, and in the log. */
export const REQUEST_ID = "x-request-id";

/** An id that fits into a log line and names nothing else. */
const USABLE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

const made = new WeakMap<object, string>();

/** The id that was sent, if it is usable, else a new one. */
export function acceptRequestId(sent: unknown): string {
  return typeof sent === "string" && USABLE.test(sent) ? sent : crypto.randomUUID();
}

/** The id of this request, the same whenever it is asked. */
export function requestIdOf(request: Pick<ApiRequest, "headers">): string {
  const id = made.get(request) ?? acceptRequestId(request.headers.get(REQUEST_ID));
  made.set(request, id);
  return id;
}
