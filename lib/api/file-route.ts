import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { authenticate, type Door } from "@/lib/access/credentials";
import { answerRequest } from "@/lib/platform/http/answer-request";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { parseInput } from "@/lib/platform/http/parse-input";
import { readParameters } from "@/lib/platform/http/read-parameters";
import { receive } from "@/lib/platform/http/receive";

type PathParameters = Readonly<Record<string, string>>;

type AnsweredFile = {
  /** The file name, ASCII without quotes. */
  readonly name: string;
  readonly body: Uint8Array<ArrayBuffer> | AsyncIterable<string>;
  /** If it differs from the declared type. */
  readonly media?: "text/csv";
};

export type FileDeclaration<Input extends z.ZodObject> = {
  /** As in the reference: `/statements/{number}/pdf`, below `/api/v1`. */
  readonly path: string;
  readonly summary: string;
  readonly doors: readonly Door[];
  readonly input: Input;
  readonly media: "application/pdf" | "text/csv" | "text/plain";
  readonly handle: (given: {
    readonly ctx: Context;
    readonly params: PathParameters;
    readonly input: z.output<Input>;
  }) => Promise<AnsweredFile>;
};

/** A route that answers with a file. Errors are problem documents, as everywhere. */
export function fileRoute<Input extends z.ZodObject>(declaration: FileDeclaration<Input>) {
  const handler = (request: ApiRequest, context: { params: Promise<PathParameters> }): Promise<Response> =>
    answerRequest(request.method, declaration.path, async (speaksAs) => {
      const params = (await context.params) ?? {};
      const ctx = await authenticate(request, declaration.doors, undefined);
      speaksAs(ctx);
      const input = parseInput(declaration.input, await readParameters(await receive(request)));
      return fileResponse(await declaration.handle({ ctx, params, input }), declaration.media, request);
    });
  return Object.assign(handler, { declaration: { ...declaration, output: z.string() } });
}

function fileResponse({ name, body, media: own }: AnsweredFile, declared: string, request: ApiRequest): Response {
  const media = own ?? declared;
  return new Response(body instanceof Uint8Array ? body : streamed(body, request), {
    headers: {
      "content-type": media.startsWith("text/") ? `${media}; charset=utf-8` : media,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

/** Reads the next piece only when the previous one was sent, and none for a closed connection or HEAD. */
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
