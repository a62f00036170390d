import type { OpenApi, Operation, Parameter, Schema } from "@/lib/platform/contract/open-api";

/**
 * Parameters for a query string: plain names and strings, without lists and objects, which only a body can contain.
 * Descriptions are given once, with the body.
 */
export function plainParameters({ parameters = [], ...operation }: Operation, document: OpenApi): Operation {
  const plain = parameters.filter(
    ({ in: place, style, schema }) => place === "path" || style === "deepObject" || !isNested(schema, document),
  );
  return { ...operation, ...(plain.length > 0 && { parameters: plain.map(described) }) };
}

function described({ schema: { description: inner, ...schema }, ...parameter }: Parameter): Parameter {
  const description = parameter.description ?? inner;
  return { ...parameter, ...(description && { description }), schema };
}

function isNested(schema: Schema, document: OpenApi): boolean {
  if (schema.$ref) {
    const named = document.components.schemas[schema.$ref.split("/").at(-1) ?? ""];
    return !named || isNested(named, document);
  }
  if (schema.type === "object" || schema.type === "array" || schema.properties) return true;
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some((subschema) => isNested(subschema, document));
}
