"use client";

import type { DescribedField, TypeWord } from "./described-fields";
import { Prose } from "./prose";

/** A page has hundreds of fields, so their styles are set once, on the container. */
const LOOK =
  "divide-y border-t text-13 [&_dl]:mt-1 [&_dl]:border-l [&_dl]:pl-4 [&_dt]:text-12 [&_dt]:text-ink-muted [&_dt>b]:font-mono [&_dt>b]:font-medium [&_dt>b]:text-ink [&_dd]:max-w-prose [&_div]:py-1.5 [&_dt_a]:underline";

/**
 * Fields of a request, an answer or an object: name, type, meaning, and nested fields. A client component, although
 * rendered on the server: the page then carries its data and not a tree of elements.
 */
export function FieldList({ label, fields }: { label: string; fields: readonly DescribedField[] }) {
  return (
    <dl aria-label={label} className={LOOK}>
      {fields.map((field) => (
        <FieldRow key={field.name} {...field} />
      ))}
    </dl>
  );
}

function FieldRow({ name, type, note, description, inside }: DescribedField) {
  return (
    <div>
      <dt>
        <b>{name}</b> <TypeWords words={type} />
        {note && ` · ${note}`}
      </dt>
      <dd>
        {description && <Prose text={description} />}
        {inside && (
          <dl>
            {inside.map((field) => (
              <FieldRow key={field.name} {...field} />
            ))}
          </dl>
        )}
      </dd>
    </div>
  );
}

export function TypeWords({ words }: { words: readonly TypeWord[] }) {
  return words.map((word, index) =>
    typeof word === "string" ? (
      word
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a type never change
      <a key={index} href={`#object-${word.object}`}>
        {word.object}
      </a>
    ),
  );
}
