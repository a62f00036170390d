import type { OpenApi } from "@/lib/api/reference/open-api-types";
import { Chapter } from "./chapter";
import { FieldList, fieldsOf } from "./field-list";
import { objectAnchor } from "./schema-type";

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g;

/** Answers stand with their routes; here is what they are made of: whatever another object refers to. */
function partsOf({ components }: OpenApi): string[] {
  const named = [...JSON.stringify(components.schemas).matchAll(REFERENCE)].flatMap(([, name]) => name ?? []);
  return [...new Set(["Call", ...named, "Problem"])];
}

export function ObjectsChapter({ reference }: { reference: OpenApi }) {
  return (
    <Chapter id="objects" title="Objects" about="What answers are made of.">
      <div className="grid gap-8 xl:grid-cols-2">
        {partsOf(reference).map((name) => {
          const schema = reference.components.schemas[name];
          if (!schema) return null;
          return (
            <article key={name} id={objectAnchor(name)} className="min-w-0 scroll-mt-16">
              <h3 className="mb-2 font-semibold text-16">{name}</h3>
              <FieldList label={`Fields of ${name}`} fields={fieldsOf(schema)} />
            </article>
          );
        })}
      </div>
    </Chapter>
  );
}
