import { CodeBlock } from "@/components/ui/code-block";
import type { OpenApi, Schema } from "@/lib/api/reference/open-api-types";
import { type Field, FieldList, fieldsOf } from "./field-list";
import { type OperationGroup, problemsOf, sampleOf, successOf } from "./operation-groups";
import { Paragraphs } from "./prose";
import { nameOf } from "./schema-type";

type OperationArticleProps = { group: OperationGroup; reference: OpenApi; onHost: (sample: string) => string };

/** A route: what it does, what it takes and answers; beside it how that looks. */
export function OperationArticle({ group, reference, onHost }: OperationArticleProps) {
  const { operation, methods, path, samples } = group;
  const success = successOf(operation);
  return (
    <article id={operation.operationId} className="scroll-mt-16 border-t pt-6">
      <h3 className="font-semibold text-16">{operation.summary}</h3>
      <p className="wrap-anywhere mt-1 font-mono text-12">
        <span className="font-semibold">{methods.join(" or ")}</span> /api/v1{path}
      </p>
      <div className="mt-3 grid gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
        <div className="min-w-0 space-y-4">
          <Paragraphs texts={operation.description.split("\n\n")} />
          <Takes group={group} reference={reference} />
          <Answers group={group} reference={reference} />
        </div>
        <div className="min-w-0 space-y-3">
          {samples.map((sample, index) => (
            <CodeBlock key={sample} title={`${methods[index]} with curl`} code={onHost(sample)} copies />
          ))}
          {success && (
            <CodeBlock title={`Answer, ${success.status}`} code={JSON.stringify(sampleOf(success.response), null, 2)} />
          )}
        </div>
      </div>
    </article>
  );
}

function Takes({ group: { operation, methods }, reference }: { group: OperationGroup; reference: OpenApi }) {
  const body = operation.requestBody?.content["application/json"]?.schema;
  const { required = [] } = (body && resolved(body, reference)) ?? {};
  const fields = (operation.parameters ?? []).map(
    ({ name, in: place, schema, description }): Field => ({
      name,
      schema,
      ...(description && { description }),
      ...(place === "path" ? { note: "in the address" } : required.includes(name) && { note: "required" }),
    }),
  );
  if (fields.length === 0) return null;
  return (
    <section>
      <h4 className="mb-1 font-medium text-13">
        {methods.includes("GET") ? "Parameters" : "Parameters, in the query, a form or JSON"}
      </h4>
      <FieldList label={`Parameters of ${operation.summary}`} fields={fields} />
    </section>
  );
}

function Answers({ group: { operation }, reference }: { group: OperationGroup; reference: OpenApi }) {
  const schema = successOf(operation)?.response.content?.["application/json"]?.schema;
  const problems = problemsOf(operation);
  return (
    <section>
      <h4 className="mb-1 font-medium text-13">Answers</h4>
      {alternativesOf(schema).map((each, index) => (
        <Answer
          key={nameOf(each) ?? index}
          label={`Answer ${index + 1} of ${operation.summary}`}
          schema={resolved(each, reference)}
        />
      ))}
      {problems.length > 0 && (
        <p className="mt-2 text-13 text-ink-muted">
          Refusals:{" "}
          {problems.map(({ status, code }, index) => (
            <span key={code}>
              {index > 0 && ", "}
              <a href={`#${code}`} className="text-accent underline underline-offset-2">
                {status} {code}
              </a>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

function Answer({ label, schema }: { label: string; schema: Schema }) {
  return (
    <div className="mt-2 first-of-type:mt-0">
      {schema.description && <p className="mb-1 text-13 text-ink-muted">{schema.description}</p>}
      <FieldList label={label} fields={fieldsOf(schema)} />
    </div>
  );
}

/** A route may answer in more than one shape: with a dry run, for one. */
function alternativesOf(schema: Schema | undefined): readonly Schema[] {
  return schema ? (schema.anyOf ?? [schema]) : [];
}

function resolved(schema: Schema, { components }: OpenApi): Schema {
  return components.schemas[nameOf(schema) ?? ""] ?? schema;
}
