import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";

/** The message for the field, or the whole message. */
export function errorOf(error: unknown, field: string): string {
  const fieldError = error instanceof ApiError ? error.problem.errors?.[field] : undefined;
  return fieldError ?? refusalText(error);
}
