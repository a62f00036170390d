import type { ApiRequest } from "@/lib/platform/http/api-request";

export type Media = "application/json" | "application/pdf" | "text/csv" | "text/plain";

/** What a route answers that no schema describes. It may be any of these. */
export type FileOutput = { readonly media: readonly Media[] };

export function file(...media: readonly Media[]): FileOutput {
  return { media };
}

export type AnsweredFile = {
  /** As it is saved: ASCII without quotes. Without a name it is shown. */
  readonly name?: string;
  readonly body: string | Uint8Array<ArrayBuffer> | AsyncIterable<string>;
  /** The first that the route declares, by default. */
  readonly media?: Media;
  /** `no-store` by default. */
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

/** A piece is asked for only when the one before has been taken; who went away, or asked for the head alone, takes none. */
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
