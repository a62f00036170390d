import type { Schema } from "@/lib/api/reference/open-api-types";
import { Prose } from "./prose";
import { isShort, SchemaType } from "./schema-type";

export type Field = {
  readonly name: string;
  readonly schema: Schema;
  readonly description?: string;
  readonly note?: string;
};

/** Fields of a request, an answer or an object: name, kind of value, meaning, and those inside of them. */
export function FieldList({ label, fields }: { label: string; fields: readonly Field[] }) {
  return (
    <dl aria-label={label} className="divide-y border-t">
      {fields.map((field) => (
        <FieldRow key={field.name} {...field} />
      ))}
    </dl>
  );
}

function FieldRow({ name, schema, description = schema.description, note }: Field) {
  const inside = [schema, schema.items, ...(schema.anyOf ?? [])].find((each) => each?.properties && !isShort(each));
  return (
    <div className="py-1.5">
      <dt className="flex flex-wrap items-baseline gap-x-2">
        <code className="font-medium font-mono text-12">{name}</code>
        <span className="text-12 text-ink-muted">
          <SchemaType schema={schema} />
          {note && ` · ${note}`}
        </span>
      </dt>
      <dd className="max-w-prose text-13">
        {description && <Prose text={description} />}
        {inside && (
          <dl aria-label={`Fields of ${name}`} className="mt-1 border-l pl-4">
            {fieldsOf(inside).map((field) => (
              <FieldRow key={field.name} {...field} />
            ))}
          </dl>
        )}
      </dd>
    </div>
  );
}

export function fieldsOf({ properties = {}, required = [] }: Schema): Field[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    schema,
    ...(required.includes(name) ? {} : { note: "may be absent" }),
  }));
}
