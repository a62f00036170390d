import type { z } from "zod";

/** The path of the field for a parameter's path, such as `rules.0.name`; null when there is none. */
export type FieldOf<Values> = (parameter: string, values: Values) => string | null;

type Check<Values> = { readonly contract: z.ZodType; readonly request: unknown; readonly fieldOf: FieldOf<Values> };

/** Validates a request with the contract's schema; the first message of each field, by its path. */
export function wrongFields<Values>(values: Values, { contract, request, fieldOf }: Check<Values>) {
  const wrong: Record<string, string> = {};
  for (const { path, message } of contract.safeParse(request).error?.issues ?? []) {
    const parameter = path.join(".");
    wrong[fieldOf(parameter, values) ?? parameter] ??= message;
  }
  return wrong;
}
