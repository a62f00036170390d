import type { Call } from "./contract/call";
import type { SomeFields } from "./contract/call-list";

/** The requested fields of a call, as far as it has them; all without a request. */
export function someFields(call: Call, fields: readonly (keyof Call)[] | undefined): SomeFields {
  if (!fields) return call;
  return Object.fromEntries(fields.flatMap((field) => (field in call ? [[field, call[field]]] : [])));
}
