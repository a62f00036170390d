import { Invalid } from "@/lib/base/errors";
import type { ApiRequest } from "@/lib/platform/http/api-request";

/** Passed over in silence it would have somebody trust that a write counts once. */
export function refuseIdempotencyKey({ method, headers }: ApiRequest): void {
  if (method === "GET" || !headers.has("idempotency-key")) return;
  throw new Invalid({
    "Idempotency-Key": "Idempotency-Key isn’t supported. Remove the header, and send an event_id to retry safely.",
  });
}
