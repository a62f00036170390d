import { NextRequest } from "next/server";
import { answerRequest } from "@/lib/platform/http/answer-request";
import { readBody } from "@/lib/platform/http/read-body";

const KIBIBYTES = 16;

/** Passes a request on with a body of at most 16 KiB, which is checked while reading; 413 for a larger one. */
export function limited(request: Request, handle: (small: NextRequest) => Promise<Response>): Promise<Response> {
  return answerRequest(request, "/api/auth", async () => {
    const { method, headers, body: sent } = request;
    const stream = sent as unknown as AsyncIterable<Uint8Array> | null;
    const body = await readBody({ method, headers, url: request.url, signal: request.signal, body: stream }, KIBIBYTES);
    return handle(new NextRequest(request.url, { method, headers, body }));
  });
}
