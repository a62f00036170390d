import { clip, clipPayload } from "@/lib/base/clip";
import { type DomainError, Invalid } from "@/lib/base/errors";

type Json = Readonly<Record<string, unknown>>;

/** JSON that PostgreSQL can store, without NUL and lone surrogates; long texts are shortened. */
export function storedPayload(parameters: Json): Json {
  const text = JSON.stringify(clipPayload(parameters));
  return JSON.parse(text.replace(/\\u0000|\\ud[89a-f][0-9a-f]{2}/gi, "\\ufffd"));
}

/** The problem of a rejected request for the inbox, with field names. */
export function storedProblem(error: DomainError): string {
  const errors = error instanceof Invalid ? Object.entries(error.errors) : [];
  const text = [error.message, ...errors.map(([field, message]) => `${field}: ${message}`)].join(" ");
  return clip(text.replaceAll("\0", "\ufffd"));
}

const KEPT_BYTES = 16 * 1024;

/** An unreadable post as it arrived; a long body is shortened. */
export function rawPayload({
  query,
  contentType,
  body,
}: {
  readonly query: string;
  readonly contentType: string | null;
  readonly body: Uint8Array;
}): Record<string, unknown> {
  return { query, content_type: contentType, body: new TextDecoder().decode(body.subarray(0, KEPT_BYTES)) };
}
