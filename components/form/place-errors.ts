import { type FieldPath, type FieldValues, get, type UseFormReturn } from "react-hook-form";
import { ApiError } from "@/lib/platform/client/api-error";
import type { FieldOf } from "./wrong-fields";

export type Loose = readonly [parameter: string, message: string];

/** Sets the server's messages on their fields; returns those without a field. */
export function placeErrors<Values extends FieldValues, Request>(
  form: Pick<UseFormReturn<Values, unknown, Request>, "getValues" | "setError">,
  error: unknown,
  fieldOf: FieldOf<Values>,
): { readonly placed: boolean; readonly loose: readonly Loose[] } {
  const errors = Object.entries((error instanceof ApiError && error.problem.errors) || {});
  const values = form.getValues();
  const loose = errors.filter(([parameter, message]) => {
    const field = fieldOf(dotted(parameter), values);
    if (field === null || get(values, field) === undefined) return true;
    form.setError(field as FieldPath<Values>, { type: "server", message });
    return false;
  });
  return { placed: loose.length < errors.length, loose };
}

/** `tax_lines[0][percent]` → `tax_lines.0.percent` */
function dotted(parameter: string): string {
  return parameter.replaceAll(/\[([^\]]*)\]/g, ".$1");
}
