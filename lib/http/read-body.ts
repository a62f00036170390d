import { DomainError } from "@/lib/domain/errors";

const BODY_AT_MOST_BYTES = 1024 * 1024;

/** The body as bytes, refused with 413 as soon as it is known to be too large. */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_AT_MOST_BYTES) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > BODY_AT_MOST_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function tooLarge(): DomainError {
  return new DomainError("too_large", "The body is larger than 1 MiB. Nothing was saved.");
}
