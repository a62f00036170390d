import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";

/** What a refusal says of a field, or what it says at all. */
export function errorOf(error: unknown, field: string): string {
  const said = error instanceof ApiError ? error.problem.errors?.[field] : undefined;
  return said ?? refusalText(error);
}
