import { CommitUnknown, DomainError, Unavailable } from "@/lib/base/errors";
import type { InboundPost, RawPost } from "@/lib/inbound/raw-post";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { BodyTooLarge } from "@/lib/platform/http/read-body";
import { queryOf } from "@/lib/platform/http/receive";

/** Whether something is wrong with what was sent. After an outage the sender tries again. */
export function isRejection(reason: unknown): reason is DomainError {
  return reason instanceof DomainError && !(reason instanceof Unavailable) && !(reason instanceof CommitUnknown);
}

/** A request whose body has not been read. */
export function unread(request: ApiRequest): InboundPost {
  return { query: queryOf(request), contentType: request.headers.get("content-type"), body: new Uint8Array() };
}

/** The rejected request for the log. Of a body that is too large, its beginning. */
export function rejectedPost(request: ApiRequest, arrived: InboundPost, reason: DomainError): RawPost {
  const { method, headers } = request;
  const { query, contentType } = arrived;
  return {
    method,
    headers,
    query,
    contentType,
    body: reason instanceof BodyTooLarge ? reason.beginning : arrived.body,
  };
}
