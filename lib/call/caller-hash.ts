import { createHmac } from "node:crypto";
import type { CompanyId } from "@/lib/base/ids";
import { env } from "@/lib/platform/config/env";

/** Compares callers after their numbers are erased: HMAC-SHA256 under the server's key, different in every company. */
export function callerHash(company: CompanyId, caller: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", env().CALLMARK_HASH_KEY).update(`${company}:${caller}`).digest());
}
