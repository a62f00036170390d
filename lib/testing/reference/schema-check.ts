import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { OpenApi, Schema } from "@/lib/platform/contract/open-api";

/** What is wrong with a value by a schema of the document; null where nothing is. */
export type SchemaCheck = (schema: Schema, value: unknown) => string | null;

/** A field that the document does not name is wrong, too, although clients tolerate new ones. */
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

/** References of the document as the validator follows them. */
function within(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/'));
}
