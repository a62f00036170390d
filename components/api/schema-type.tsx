import type { ReactNode } from "react";
import type { Schema } from "@/lib/platform/contract/open-api";

export const objectAnchor = (name: string) => `object-${name}`;
export const nameOf = ({ $ref }: Schema) => $ref?.split("/").at(-1);

/** What kind of value a field holds, in words; objects that are described below are linked. */
export function SchemaType({ schema }: { schema: Schema }): ReactNode {
  const name = nameOf(schema);
  if (name) return <a href={`#${objectAnchor(name)}`}>{name}</a>;
  if (schema.items) {
    return (
      <>
        list of <SchemaType schema={schema.items} />
      </>
    );
  }
  const choices = schema.anyOf ?? schema.oneOf;
  const isLinked = choices?.some((each) => nameOf(each));
  if (!choices || !isLinked) return wordOf(schema);
  return choices.map((each, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the choices of a schema never change
    <span key={index}>
      {index > 0 && " or "}
      <SchemaType schema={each} />
    </span>
  ));
}

function wordOf(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (schema.enum) return schema.enum.join(" | ");
  if (choices) return [...new Set(choices.map(wordOf))].join(" or ");
  if (schema.const !== undefined) return String(schema.const);
  if (schema.properties) return isShort(schema) ? `{ ${shortFields(schema)} }` : "object";
  if (schema.type === "object") return "object of names and texts";
  if (schema.format === "date-time") return "time";
  if (schema.format) return schema.format;
  return typeof schema.type === "string" ? schema.type : (schema.type ?? []).join(" or ");
}

/** Two plain fields need no list of their own. */
export function isShort({ properties = {} }: Schema): boolean {
  const fields = Object.values(properties);
  return fields.length <= 2 && fields.every((field) => !field.properties && !field.items && !field.$ref);
}

function shortFields({ properties = {} }: Schema): string {
  return Object.entries(properties)
    .map(([name, field]) => `${name}: ${wordOf(field)}`)
    .join(", ");
}
