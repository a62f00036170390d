import type { z } from "zod";

/** The path of the field for a parameter's path, such as `rules.0.name`; null when there is none. */
export type FieldOf<Values> = (parameter: string, values: Values) => string | null;

type Check<Values> = {
  readonly contract: z.ZodType;
  readonly request: unknown;
  readonly fieldOf: FieldOf<Values>;
};

/**
 * Validates a request with the contract's schema. Returns the first message of each field by its path. Errors without a
 * field are left to the server, whose answer is shown beside the form.
 */
export function wrongFields<Values>(values: Values, { contract, request, fieldOf }: Check<Values>) {
  const wrong: Record<string, string> = {};
  for (const { path, message } of contract.safeParse(request).error?.issues ?? []) {
    const field = fieldOf(path.join("."), values);
    if (field !== null) wrong[field] ??= message;
  }
  return wrong;
}

/** The field with the parameter's own name. */
export function sameName(parameter: string, values: object): string | null {
  const [name = ""] = parameter.split(".");
  return name in values ? parameter : null;
}
