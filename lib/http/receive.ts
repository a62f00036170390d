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
export async function receive(request: Request): Promise<Received> {
  const contentType = request.headers.get("content-type");
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  return {
    query: queryOf(request),
    type: contentType?.split(";")[0]?.trim().toLowerCase() ?? "",
    contentType,
    body: hasBody ? await readBody(request) : new Uint8Array(),
  };
}

export function queryOf(request: Request): string {
  return new URL(request.url).search.slice(1);
}
