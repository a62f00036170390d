import { DomainError, Invalid } from "@/lib/base/errors";
import { limits } from "@/lib/platform/config/limits";
import type { ApiRequest } from "./api-request";
import { inTime } from "./in-time";

const KIBIBYTE = 1024;
const MEBIBYTE = KIBIBYTE * KIBIBYTE;
const PATIENCE_BYTES = 64 * MEBIBYTE;

/** The body is larger than its route takes. */
export class BodyTooLarge extends DomainError {
  constructor(
    kibibytes: number,
    /** The bytes up to the limit. */
    readonly beginning: Uint8Array,
  ) {
    const most = kibibytes % KIBIBYTE === 0 ? `${kibibytes / KIBIBYTE} MiB` : `${kibibytes} KiB`;
    super("too_large", `The body is larger than ${most}. Nothing was saved.`);
  }
}

/**
 * The body as bytes. Throws 413 if it is too large, 408 if it is too slow. Up to 64 MiB are read and discarded, because
 * most clients read an answer only after sending everything; a declared length above that is rejected at once.
 */
export async function readBody(request: ApiRequest, kibibytesAtMost: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytesAtMost = kibibytesAtMost * KIBIBYTE;
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > PATIENCE_BYTES) throw new BodyTooLarge(kibibytesAtMost, new Uint8Array());
  if (!request.body) return new Uint8Array();
  const seconds = limits().BODY_WAIT_SECONDS;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of inTime(request.body, seconds * 1000, () => tooSlow(seconds))) {
      if (size < bytesAtMost) chunks.push(chunk.subarray(0, bytesAtMost - size));
      size += chunk.byteLength;
      if (size > PATIENCE_BYTES) break;
    }
  } catch (reason) {
    if (reason instanceof DomainError) throw reason;
    throw new Invalid({}, "The body is incomplete. Nothing was saved.");
  }
  const body = new Uint8Array(Buffer.concat(chunks));
  if (size > bytesAtMost) throw new BodyTooLarge(kibibytesAtMost, body);
  return body;
}

function tooSlow(seconds: number): DomainError {
  return new DomainError("request_timeout", `The body did not arrive within ${seconds} seconds. Nothing was saved.`);
}
