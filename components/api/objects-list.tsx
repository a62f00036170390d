import type { Schema } from "@/lib/platform/contract/open-api";
import { describeFields, typeWords } from "./described-fields";
import { FieldList, TypeWords } from "./field-list";
import { Prose } from "./prose";

/** The objects in the answers of a page. */
export function ObjectsList({ objects }: { objects: readonly (readonly [name: string, Schema])[] }) {
  if (objects.length === 0) return null;
  return (
    <section aria-labelledby="objects" className="border-t pt-6">
      <h2 id="objects" className="mb-4 scroll-mt-16 font-semibold text-16">
        Objects
      </h2>
      <div className="grid gap-8 xl:grid-cols-2">
        {objects.map(([name, schema]) => (
          <article key={name} id={`object-${name}`} className="min-w-0 scroll-mt-16">
            <h3 className="mb-1 font-semibold">{name}</h3>
            {schema.description && (
              <p className="mb-1 text-13 text-ink-muted">
                <Prose text={schema.description} />
              </p>
            )}
            {schema.properties ? (
              <FieldList label={`Fields of ${name}`} fields={describeFields(schema)} />
            ) : (
              <p className="text-13">
                <TypeWords words={typeWords(schema)} />
              </p>
            )}
          </article>
        ))}
      </div>
    </section>
  );
}
