import Link from "next/link";
import { CodeBlock } from "@/components/ui/code-block";
import type { OpenApi, Operation, Schema } from "@/lib/platform/contract/open-api";
import { CodeTabs } from "./code-tabs";
import { type DescribedField, describeField, nameOf, typeWords } from "./described-fields";
import { FieldList, TypeWords } from "./field-list";
import type { OnHost } from "./on-host";
import { type OperationGroup, problemsOf, sampleOf, successOf } from "./operation-groups";
import { Paragraphs } from "./prose";

type OperationArticleProps = { group: OperationGroup; reference: OpenApi; onHost: OnHost };

/** A route: what it does, its input and output, and examples beside them. */
export function OperationArticle({ group, reference, onHost }: OperationArticleProps) {
  const { operation, methods, path, samples } = group;
  const success = successOf(operation);
  const example = success && sampleOf(success.response);
  return (
    <article id={operation.operationId} className="scroll-mt-16 border-t pt-6">
      <h2 className="font-semibold text-16">{operation.summary}</h2>
      <p className="wrap-anywhere mt-1 font-mono text-12">
        <span className="font-semibold">{methods.join(" or ")}</span> /api/v1{path}
        <span className="ml-3 text-ink-muted">{operation.operationId}</span>
      </p>
      <div className="mt-3 grid gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
        <div className="min-w-0 space-y-4">
          <Paragraphs texts={operation.description.split("\n\n")} />
          <Takes group={group} reference={reference} />
          <Answers operation={operation} />
        </div>
        <div className="min-w-0 space-y-3">
          <CodeTabs
            what={operation.summary}
            samples={samples.map((sample) => ({ ...sample, source: onHost(sample.source) }))}
          />
          {example !== undefined && (
            <CodeBlock title={`Response ${success?.status}`} code={JSON.stringify(example, null, 2)} />
          )}
        </div>
      </div>
    </article>
  );
}

function Takes({ group: { operation, methods }, reference }: { group: OperationGroup; reference: OpenApi }) {
  const body = operation.requestBody?.content["application/json"]?.schema;
  const inBody = body ? resolved(body, reference) : {};
  const { required = [] } = inBody;
  const parameters = operation.parameters ?? [];
  const named = new Set(parameters.map(({ name }) => name));
  const fields: DescribedField[] = [
    ...parameters.map(({ name, in: place, schema, description, required: isNeeded }) =>
      describeField({
        name,
        schema,
        description,
        ...(place === "path" ? { note: "in the URL" } : (isNeeded || required.includes(name)) && { note: "required" }),
      }),
    ),
    // Only a JSON body can contain lists and objects.
    ...Object.entries(inBody.properties ?? {})
      .filter(([name]) => !named.has(name))
      .map(([name, schema]) =>
        describeField({ name, schema, note: required.includes(name) ? "required, JSON body only" : "JSON body only" }),
      ),
  ];
  if (fields.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 font-medium text-13">
        {methods.includes("GET") ? "Parameters" : "Parameters (query string, form, or JSON)"}
      </h3>
      <FieldList label={`Parameters of ${operation.summary}`} fields={fields} />
    </section>
  );
}

function Answers({ operation }: { operation: Operation }) {
  const success = successOf(operation);
  const content = success?.response.content ?? {};
  const schema = content["application/json"]?.schema;
  const files = Object.keys(content).filter((type) => type !== "application/json");
  return (
    <section className="text-13">
      <h3 className="mb-1 font-medium">Response</h3>
      {files.length > 0 && <p>A file ({files.join(" or ")}).</p>}
      {files.length === 0 && schema && (
        <p className="[&_a]:text-accent [&_a]:underline [&_a]:underline-offset-2">
          {success?.status}: <TypeWords words={typeWords(schema)} />
        </p>
      )}
      <p className="mt-1 text-ink-muted">
        Errors: {problemsOf(operation).join(", ")} (
        <Link href="/docs/api#problems" prefetch={false} className="text-accent underline underline-offset-2">
          what they mean
        </Link>
        ).
      </p>
    </section>
  );
}

function resolved(schema: Schema, { components }: OpenApi): Schema {
  return components.schemas[nameOf(schema) ?? ""] ?? schema;
}
