/** Removes additionalProperties beside a $ref: the referenced schema says whether further fields are allowed. */
export function openSchemas<Document>(document: Document): Document {
  const open = (_: string, value: unknown): unknown => {
    if (typeof value !== "object" || value === null || !("$ref" in value) || !("additionalProperties" in value))
      return value;
    const { additionalProperties: __, ...reference } = value;
    return reference;
  };
  return JSON.parse(JSON.stringify(document, open));
}
