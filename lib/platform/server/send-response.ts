import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { textOf } from "@/lib/platform/http/text-response";
import { compressed, compressor, encodingFor, isCompressible } from "./compression";
import { setAnswerHeaders } from "./guard";

const NO_BODY = new Set([204, 304]);

/**
 * Writes the answer of a route. Reads a stream as fast as the client takes it, and stops when the client disconnects.
 */
export async function sendResponse(answer: Response, message: IncomingMessage, response: ServerResponse) {
  response.statusCode = answer.status;
  setAnswerHeaders(response);
  for (const [name, value] of answer.headers) response.appendHeader(name, value);
  const media = answer.headers.get("content-type") ?? "";
  if (isCompressible(media)) response.appendHeader("vary", "Accept-Encoding");
  const text = textOf(answer);
  if (text !== undefined) return sendText(text, message, response, media);
  if (message.method === "HEAD" || answer.body === null) {
    if (message.method !== "HEAD" && !NO_BODY.has(answer.status)) response.setHeader("content-length", 0);
    await answer.body?.cancel();
    response.end();
    return;
  }
  await sendStream(Readable.fromWeb(answer.body as ReadableStream<Uint8Array>), message, response, media);
}

async function sendText(text: string, message: IncomingMessage, response: ServerResponse, media: string) {
  const encoding = isCompressible(media) ? encodingFor(message, text.length) : null;
  const body = encoding ? await compressed(encoding, text) : text;
  if (encoding) response.setHeader("content-encoding", encoding);
  response.setHeader("content-length", Buffer.byteLength(body));
  response.end(message.method === "HEAD" ? undefined : body);
}

async function sendStream(body: Readable, message: IncomingMessage, response: ServerResponse, media: string) {
  const encoding = isCompressible(media) ? encodingFor(message) : null;
  if (encoding) response.setHeader("content-encoding", encoding);
  const steps = encoding ? [compressor(encoding)] : [];
  // A disconnected client is no error. An error of ours cuts the connection, so that the client notices the missing
  // part.
  await pipeline([body, ...steps, response]).catch(() => response.destroy());
}
