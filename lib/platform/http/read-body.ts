import { DomainError, Invalid } from "@/lib/base/errors";
import { limits } from "@/lib/platform/config/limits";
import type { ApiRequest } from "./api-request";
import { inTime } from "./in-time";

const KIBIBYTE = 1024;
const MEBIBYTE = KIBIBYTE * KIBIBYTE;
const PATIENCE_BYTES = 64 * MEBIBYTE;

/** The body as bytes. Throws 413 if it is too large, at once if its length was declared, and 408 if it is too slow. */
export async function readBody(request: ApiRequest, kibibytesAtMost: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytesAtMost = kibibytesAtMost * KIBIBYTE;
  if (Number(request.headers.get("content-length") ?? 0) > bytesAtMost) throw tooLarge(kibibytesAtMost);
  if (!request.body) return new Uint8Array();
  const seconds = limits().BODY_WAIT_SECONDS;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of inTime(request.body, seconds * 1000, () => tooSlow(seconds))) {
      size += chunk.byteLength;
      if (size <= bytesAtMost) chunks.push(chunk);
      // Closing early would cut the connection, and most senders read an answer only after sending everything.
      else if (size > PATIENCE_BYTES) break;
    }
  } catch (reason) {
    if (reason instanceof DomainError) throw reason;
    throw new Invalid({}, "The body is incomplete. Nothing was saved.");
  }
  if (size > bytesAtMost) throw tooLarge(kibibytesAtMost);
  return new Uint8Array(Buffer.concat(chunks));
}

function tooLarge(kibibytes: number): DomainError {
  const most = kibibytes % KIBIBYTE === 0 ? `${kibibytes / KIBIBYTE} MiB` : `${kibibytes} KiB`;
  return new DomainError("too_large", `The body is larger than ${most}. Nothing was saved.`);
}

function tooSlow(seconds: number): DomainError {
  return new DomainError("request_timeout", `The body did not arrive within ${seconds} seconds. Nothing was saved.`);
}
