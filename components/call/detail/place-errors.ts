import type { UseFormReturn } from "react-hook-form";
import { type CallForm, FIELDS, fieldOf } from "./call-form";

/** Sets the server's messages on their fields and focuses the first; returns messages without a field. */
export function placeErrors(form: UseFormReturn<CallForm>, errors: Readonly<Record<string, string>>): string[] {
  const loose: string[] = [];
  const wrong = new Set<keyof CallForm>();
  for (const [parameter, message] of Object.entries(errors)) {
    const field = fieldOf(parameter);
    if (field) {
      form.setError(field, { type: "server", message });
      wrong.add(field);
    } else {
      loose.push(`${parameter}: ${message}`);
    }
  }
  const first = [...FIELDS, "reason" as const].find((field) => wrong.has(field));
  if (first) form.setFocus(first);
  return loose;
}
