import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { OpenApi, Schema } from "@/lib/platform/contract/open-api";

/** How a value differs from a schema of the document; null if it is valid. */
export type SchemaCheck = (schema: Schema, value: unknown) => string | null;

/** A field that the document does not describe is an error too, although clients ignore unknown fields. */
export function schemaCheck({ components }: OpenApi): SchemaCheck {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: "document", components: closed(components) });
  const checks = new Map<Schema, ReturnType<typeof ajv.compile>>();
  return (schema, value) => {
    const check = checks.get(schema) ?? ajv.compile(within(closed(schema)));
    checks.set(schema, check);
    return check(value) ? null : ajv.errorsText(check.errors);
  };
}

function closed<Part>(part: Part): Part {
  const close = (_: string, value: unknown): unknown =>
    typeof value === "object" && value !== null && "type" in value && value.type === "object" && "properties" in value
      ? { additionalProperties: false, ...value }
      : value;
  return JSON.parse(JSON.stringify(part, close));
}

/** Rewrites the document's references so that the validator can follow them. */
function within(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/'));
}
