import { DomainError, Invalid } from "@/lib/base/errors";
import type { ApiRequest } from "./api-request";

const KIBIBYTE = 1024;
const MEBIBYTE = KIBIBYTE * KIBIBYTE;
const PATIENCE_BYTES = 64 * MEBIBYTE;

/** The body as bytes. Throws 413 where it is too large, at once if its length was declared. */
export async function readBody(request: ApiRequest, kibibytesAtMost: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytesAtMost = kibibytesAtMost * KIBIBYTE;
  if (Number(request.headers.get("content-length") ?? 0) > bytesAtMost) throw tooLarge(kibibytesAtMost);
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size <= bytesAtMost) chunks.push(chunk);
      // To stop reading cuts the connection: most senders only read an answer once they have sent everything.
      else if (size > PATIENCE_BYTES) break;
    }
  } catch {
    throw new Invalid({}, "The body is incomplete. Nothing was saved.");
  }
  if (size > bytesAtMost) throw tooLarge(kibibytesAtMost);
  return new Uint8Array(Buffer.concat(chunks));
}

function tooLarge(kibibytes: number): DomainError {
  const most = kibibytes % KIBIBYTE === 0 ? `${kibibytes / KIBIBYTE} MiB` : `${kibibytes} KiB`;
  return new DomainError("too_large", `The body is larger than ${most}. Nothing was saved.`);
}
