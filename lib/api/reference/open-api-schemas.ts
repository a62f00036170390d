import { z } from "zod";
import type { Schema } from "@/lib/platform/contract/open-api";

type Json = z.core.JSONSchema.BaseSchema;
type Way = "input" | "output";

/** Contracts as schemas of the reference: those with a name are collected, and referred to by it. */
export class Schemas {
  readonly named: Record<string, Schema> = {};

  of(contract: z.ZodType, way: Way): Schema {
    const made = z.toJSONSchema(contract, { io: way, unrepresentable: "any", override: (each) => tidy(each, way) });
    const { $schema: _, $defs = {}, ...root } = JSON.parse(JSON.stringify(made).replaceAll("#/$defs/", REFERENCE));
    Object.assign(this.named, $defs);
    return root;
  }

  /** The schema itself where this is a reference to it. */
  resolve(schema: Schema): Schema {
    return (schema.$ref && this.named[schema.$ref.slice(REFERENCE.length)]) || schema;
  }
}

const REFERENCE = "#/components/schemas/";

/** Leaves out what only the parser has to know. */
function tidy({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: Json }, way: Way): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.type === "boolean") delete jsonSchema.anyOf;
  if (jsonSchema.type === "integer") {
    delete jsonSchema.pattern;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  }
  // Answers may gain fields, and clients tolerate new ones.
  if (way === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (zodSchema instanceof z.ZodObject) leaveOutNotYet(zodSchema, jsonSchema);
}

function leaveOutNotYet({ shape }: z.ZodObject, { properties = {} }: Json): void {
  for (const [name, field] of Object.entries(shape)) {
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    if (inner instanceof z.ZodUndefined) delete properties[name];
  }
}
