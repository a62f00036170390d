import { Invalid } from "@/lib/base/errors";
import type { ApiRequest } from "@/lib/platform/http/api-request";

/** Rejects the header: ignoring it would let a client assume that its write is applied once. */
export function refuseIdempotencyKey({ method, headers }: ApiRequest): void {
  if (method === "GET" || !headers.has("idempotency-key")) return;
  throw new Invalid({
    "Idempotency-Key": "Idempotency-Key isn’t supported. Remove the header, and send an event_id to retry safely.",
  });
}
