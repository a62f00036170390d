import type { z } from "zod";
import { Invalid } from "@/lib/base/errors";

/** Parses the parameters by the contract. Throws `Invalid` with a sentence per wrong field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, parameters: unknown): z.output<Schema> {
  const result = schema.safeParse(parameters);
  if (result.success) return result.data;
  const errors = new Map<string, string>();
  for (const issue of result.error.issues) {
    for (const [field, message] of sentencesOf(issue)) if (!errors.has(field)) errors.set(field, message);
  }
  throw new Invalid(Object.fromEntries(errors));
}

function sentencesOf(issue: z.core.$ZodIssue): [string, string][] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => [key, `Unknown parameter “${key}”. Remove it or correct its name.`]);
  }
  const [field = "body", ...inner] = issue.path.map(String);
  const name = inner.length === 0 ? field : `${field}[${inner.join("][")}]`;
  if (issue.code === "invalid_key") return [[name, issue.issues[0]?.message ?? issue.message]];
  return [
    [
      name,
      issue.code === "invalid_type" && issue.message.startsWith("Invalid input")
        ? "This is missing or has the wrong type."
        : issue.message,
    ],
  ];
}
