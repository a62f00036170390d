import { Invalid } from "@/lib/base/errors";
import type { ApiRequest } from "./api-request";

/** Rejects headers of API.md that are not built yet, because ignoring them would change what a request means. */
export function refuseWhatIsNotBuilt(request: ApiRequest): void {
  if (request.method !== "GET" && request.headers.has("idempotency-key")) {
    throw new Invalid(
      {
        "Idempotency-Key":
          "Idempotency-Key is not available yet. Leave the header out and use event_id to retry safely.",
      },
      undefined,
      "not_available_yet",
    );
  }
  const accept = request.headers.get("accept")?.toLowerCase() ?? "";
  if (accept.startsWith("text/csv") || (accept.includes("text/csv") && !/json|\*\/\*/.test(accept))) {
    throw new Invalid(
      { Accept: "CSV is not available yet. Ask for application/json." },
      undefined,
      "not_available_yet",
    );
  }
}
