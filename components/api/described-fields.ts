import type { Schema } from "@/lib/platform/contract/open-api";

/** A word of a type, or the name of an object described on the same page. */
export type TypeWord = string | { readonly object: string };

/** A field in the form that the page shows. */
export type DescribedField = {
  readonly name: string;
  readonly type: readonly TypeWord[];
  readonly note?: string;
  readonly description?: string;
  readonly inside?: readonly DescribedField[];
};

type Field = {
  readonly name: string;
  readonly schema: Schema;
  readonly note?: string;
  readonly description?: string | undefined;
};

export const nameOf = ({ $ref }: Schema) => $ref?.split("/").at(-1);

export function describeField({ name, schema, note, description = schema.description }: Field): DescribedField {
  const inside = [schema, schema.items, ...(schema.anyOf ?? [])].find((part) => part?.properties && !isShort(part));
  return {
    name,
    type: typeWords(schema),
    ...(note && { note }),
    ...(description && { description }),
    ...(inside && { inside: describeFields(inside) }),
  };
}

export function describeFields({ properties = {}, required = [] }: Schema): DescribedField[] {
  return Object.entries(properties).map(([name, schema]) =>
    describeField({ name, schema, ...(required.includes(name) ? {} : { note: "optional" }) }),
  );
}

/** The type of a field, in words. */
export function typeWords(schema: Schema): TypeWord[] {
  const name = nameOf(schema);
  if (name) return [{ object: name }];
  if (schema.items) return ["list of ", ...typeWords(schema.items)];
  const choices = schema.anyOf ?? schema.oneOf;
  if (!choices?.some((choice) => nameOf(choice))) return [wordOf(schema)];
  return choices.flatMap((choice, place) => [...(place > 0 ? [" or "] : []), ...typeWords(choice)]);
}

function wordOf(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (schema.enum) return schema.enum.join(" | ");
  if (choices) return [...new Set(choices.map(wordOf))].join(" or ");
  if (schema.const !== undefined) return String(schema.const);
  if (schema.properties) return isShort(schema) ? `{ ${shortFields(schema)} }` : "object";
  if (schema.type === "object") return "map of strings";
  if (schema.format === "date-time") return "timestamp";
  if (schema.format) return schema.format;
  return typeof schema.type === "string" ? schema.type : (schema.type ?? []).join(" or ");
}

/** One or two plain fields are shown inline, without a list of their own. */
function isShort({ properties = {} }: Schema): boolean {
  const fields = Object.values(properties);
  return fields.length <= 2 && fields.every((field) => !field.properties && !field.items && !field.$ref);
}

function shortFields({ properties = {} }: Schema): string {
  return Object.entries(properties)
    .map(([name, field]) => `${name}: ${wordOf(field)}`)
    .join(", ");
}
