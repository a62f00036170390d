import type { ApiRequest } from "./api-request";
import { readBody } from "./read-body";

/** What arrived, before anybody understood it. */
export type Received = {
  /** Percent-encoded, without the question mark. */
  readonly query: string;
  /** The media type in lower case; empty where the sender told none. */
  readonly type: string;
  readonly contentType: string | null;
  readonly body: Uint8Array<ArrayBuffer>;
};

/** Query string and body. Reading one with a body has none. Throws where the body is too large. */
export async function receive(request: ApiRequest, kibibytesAtMost: number): Promise<Received> {
  const contentType = request.headers.get("content-type");
  return {
    query: queryOf(request),
    type: contentType?.split(";")[0]?.trim().toLowerCase() ?? "",
    contentType,
    body: hasBody(request) ? await readBody(request, kibibytesAtMost) : new Uint8Array(),
  };
}

/** Asked of the headers, since to open a body that nobody sent costs more than to read them all. */
function hasBody({ method, headers }: ApiRequest): boolean {
  if (method === "GET" || method === "HEAD") return false;
  return headers.has("transfer-encoding") || Number(headers.get("content-length") ?? 0) > 0;
}

export function queryOf(request: ApiRequest): string {
  return new URL(request.url).search.slice(1);
}
