import { toNestErrors } from "@hookform/resolvers";
import type { FieldValues, Resolver } from "react-hook-form";

/** A resolver from a function that returns messages by path of the field. */
export function messageResolver<Values extends FieldValues>(
  messagesOf: (values: Values) => Readonly<Record<string, string | undefined>>,
): Resolver<Values> {
  return (values, _, options) => {
    const wrong = Object.entries(messagesOf(values));
    if (wrong.length === 0) return { values, errors: {} };
    const flat = Object.fromEntries(wrong.map(([path, message]) => [path, { type: "invalid", message }]));
    return { values: {}, errors: toNestErrors<Values>(flat, options) };
  };
}
