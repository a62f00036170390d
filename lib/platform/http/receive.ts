import { DomainError } from "@/lib/base/errors";
import type { ApiRequest } from "./api-request";
import { readBody } from "./read-body";

/** A received request, before it is parsed. */
export type Received = {
  /** Percent-encoded, without the question mark. */
  readonly query: string;
  /** The media type in lower case; empty if none was sent. */
  readonly type: string;
  readonly contentType: string | null;
  readonly body: Uint8Array<ArrayBuffer>;
};

/** Query string and body; GET and HEAD have no body. Throws if the body is too large or compressed. */
export async function receive(request: ApiRequest, kibibytesAtMost: number): Promise<Received> {
  const contentType = request.headers.get("content-type");
  return {
    query: queryOf(request),
    type: contentType?.split(";")[0]?.trim().toLowerCase() ?? "",
    contentType,
    body: hasBody(request) ? await readBody(assertPlain(request), kibibytesAtMost) : new Uint8Array(),
  };
}

/** A compressed body would be read as text that it is not, and unpacking takes whatever memory its sender likes. */
function assertPlain(request: ApiRequest): ApiRequest {
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (encoding === "" || encoding === "identity") return request;
  throw new DomainError(
    "unsupported_media_type",
    "The body is compressed. Send it plain, without Content-Encoding. Nothing was saved.",
  );
}

/** Decided by headers, because opening an empty body costs more than reading all headers. */
function hasBody({ method, headers }: ApiRequest): boolean {
  if (method === "GET" || method === "HEAD") return false;
  return headers.has("transfer-encoding") || Number(headers.get("content-length") ?? 0) > 0;
}

export function queryOf(request: ApiRequest): string {
  return new URL(request.url).search.slice(1);
}
