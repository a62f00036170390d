import { eventHeaders } from "./event-headers";
import type { RawPost } from "./raw-post";
import type { NewEvent } from "./sql/insert-events";

const QUERY_CHARACTERS = 8000;
const CONTENT_TYPE_CHARACTERS = 200;

type ArrivedEvent = Pick<NewEvent, "receivedAt" | "method" | "contentType" | "query" | "headers">;

/** What the log stores of a request besides its body. */
export function arrivedEvent(
  receivedAt: Date,
  { method, headers, query, contentType }: Omit<RawPost, "body">,
): ArrivedEvent {
  return {
    receivedAt,
    method,
    contentType: contentType?.slice(0, CONTENT_TYPE_CHARACTERS) ?? null,
    query: query.slice(0, QUERY_CHARACTERS),
    headers: eventHeaders(headers),
  };
}
