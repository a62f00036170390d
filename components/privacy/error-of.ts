import { ApiError } from "@/lib/api-client/api-error";
import { refusalText } from "@/lib/api-client/refusal-text";

/** What a refusal says of a field, or what it says at all. */
export function errorOf(error: unknown, field: string): string {
  const said = error instanceof ApiError ? error.problem.errors?.[field] : undefined;
  return said ?? refusalText(error);
}
