import { Invalid } from "@/lib/base/errors";
import type { ApiRequest } from "@/lib/platform/http/api-request";

/** Passed over in silence it would have somebody trust that a write counts once. */
export function refuseIdempotencyKey({ method, headers }: ApiRequest): void {
  if (method === "GET" || !headers.has("idempotency-key")) return;
  throw new Invalid({
    "Idempotency-Key": "There is no Idempotency-Key here. Leave the header out; use event_id to repeat safely.",
  });
}
