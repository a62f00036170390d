import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { OpenApi, Schema } from "@/lib/api/reference/open-api-types";

/** What is wrong with a value by a schema of the document; null where nothing is. */
export type SchemaCheck = (schema: Schema, value: unknown) => string | null;

export function schemaCheck({ components }: OpenApi): SchemaCheck {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: "document", components });
  const checks = new Map<Schema, ReturnType<typeof ajv.compile>>();
  return (schema, value) => {
    const check = checks.get(schema) ?? ajv.compile(within(schema));
    checks.set(schema, check);
    return check(value) ? null : ajv.errorsText(check.errors);
  };
}

/** References of the document as the validator follows them. */
function within(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/'));
}
