import type { ReactNode } from "react";
import type { Schema } from "@/lib/api/reference/open-api-types";

export const objectAnchor = (name: string) => `object-${name}`;
export const nameOf = ({ $ref }: Schema) => $ref?.split("/").at(-1);

/** What kind of value a field holds, in words; objects that are described elsewhere are linked. */
export function SchemaType({ schema }: { schema: Schema }): ReactNode {
  const name = nameOf(schema);
  if (name) {
    return (
      <a href={`#${objectAnchor(name)}`} className="text-accent underline underline-offset-2">
        {name}
      </a>
    );
  }
  if (schema.items) {
    return (
      <>
        list of <SchemaType schema={schema.items} />
      </>
    );
  }
  return wordOf(schema);
}

function wordOf(schema: Schema): string {
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map(wordOf))].join(" or ");
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
  return fields.length <= 2 && fields.every((field) => !field.properties && !field.items);
}

function shortFields({ properties = {} }: Schema): string {
  return Object.entries(properties)
    .map(([name, field]) => `${name}: ${wordOf(field)}`)
    .join(", ");
}
