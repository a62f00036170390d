import type { ZodOpenApiOverrideContext } from "zod-openapi/api";

/** Removes keywords from a schema that readers of the document do not need. */
export function tidy({ jsonSchema, io }: ZodOpenApiOverrideContext): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.type === "boolean") delete jsonSchema.anyOf;
  if (jsonSchema.type === "integer") {
    delete jsonSchema.pattern;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  }
  // Amounts are accepted as numbers too, and always answered as strings.
  if (io === "output" && Array.isArray(jsonSchema.type) && jsonSchema.type.includes("number"))
    jsonSchema.type = "string";
  // Answers may gain fields, and clients tolerate new ones.
  if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}
