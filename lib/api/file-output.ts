import type { ApiRequest } from "@/lib/platform/http/api-request";

export type Media =
  | "application/json"
  | "application/pdf"
  | "application/x-ndjson"
  | "image/jpeg"
  | "image/png"
  | "text/csv"
  | "text/plain";

/** An answer that is a file and has no schema; any of these media types. */
export type FileOutput = { readonly media: readonly Media[] };

export function file(...media: readonly Media[]): FileOutput {
  return { media };
}

export type AnsweredFile = {
  /** The file name for saving: ASCII without quotes. Without one the browser shows the file. */
  readonly name?: string;
  readonly body: string | Uint8Array<ArrayBuffer> | AsyncIterable<string>;
  /** By default the first that the route declares. */
  readonly media?: Media;
  /** By default `no-store`. */
  readonly cache?: string;
};

export function fileResponse(
  { name, body, media, cache = "no-store" }: AnsweredFile,
  declared: FileOutput,
  request: ApiRequest,
): Response {
  const type = media ?? declared.media[0] ?? "text/plain";
  return new Response(typeof body === "string" || body instanceof Uint8Array ? body : streamed(body, request), {
    headers: {
      "content-type": type.startsWith("text/") ? `${type}; charset=utf-8` : type,
      ...(name !== undefined && { "content-disposition": `attachment; filename="${name}"` }),
      "cache-control": cache,
    },
  });
}

/** Reads a piece only when the previous one has been taken; none after a disconnect or for HEAD. */
function streamed(
  pieces: AsyncIterable<string>,
  { method, signal }: ApiRequest,
): ReadableStream<Uint8Array<ArrayBuffer>> | null {
  const iterator = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const giveUp = async () => {
    await iterator.return?.();
  };
  signal.addEventListener("abort", () => void giveUp(), { once: true });
  if (method === "HEAD" || signal.aborted) {
    void giveUp();
    return null;
  }
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: giveUp,
    },
    { highWaterMark: 0 },
  );
}
