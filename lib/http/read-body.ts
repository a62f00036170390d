import { DomainError, Invalid } from "@/lib/domain/errors";

const BODY_AT_MOST_BYTES = 1024 * 1024;
const PATIENCE_BYTES = 64 * BODY_AT_MOST_BYTES;

/** The body as bytes. Throws 413 where it is too large, at once if its length was declared. */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_AT_MOST_BYTES) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size <= BODY_AT_MOST_BYTES) chunks.push(chunk);
      // To stop reading cuts the connection: most senders only read an answer once they have sent everything.
      else if (size > PATIENCE_BYTES) break;
    }
  } catch {
    throw new Invalid({}, "The body broke off before its end. Nothing was saved.");
  }
  if (size > BODY_AT_MOST_BYTES) throw tooLarge();
  return new Uint8Array(Buffer.concat(chunks));
}

function tooLarge(): DomainError {
  return new DomainError("too_large", "The body is larger than 1 MiB. Nothing was saved.");
}
