import type { Schema } from "@/lib/platform/contract/open-api";
import { Prose } from "./prose";
import { isShort, SchemaType } from "./schema-type";

export type Field = {
  readonly name: string;
  readonly schema: Schema;
  readonly description?: string;
  readonly note?: string;
};

/** A page has hundreds of fields: how they look is said once, around them. */
const LOOK =
  "divide-y border-t text-13 [&_dl]:mt-1 [&_dl]:border-l [&_dl]:pl-4 [&_dt]:text-12 [&_dt]:text-ink-muted [&_dt>b]:font-mono [&_dt>b]:font-medium [&_dt>b]:text-ink [&_dd]:max-w-prose [&_div]:py-1.5";

/** Fields of a request, an answer or an object: name, kind of value, meaning, and those inside of them. */
export function FieldList({ label, fields }: { label: string; fields: readonly Field[] }) {
  return (
    <dl aria-label={label} className={LOOK}>
      {fields.map((field) => (
        <FieldRow key={field.name} {...field} />
      ))}
    </dl>
  );
}

function FieldRow({ name, schema, description = schema.description, note }: Field) {
  const inside = [schema, schema.items, ...(schema.anyOf ?? [])].find((each) => each?.properties && !isShort(each));
  return (
    <div>
      <dt>
        <b>{name}</b> <SchemaType schema={schema} />
        {note && ` · ${note}`}
      </dt>
      <dd>
        {description && <Prose text={description} />}
        {inside && (
          <dl>
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
