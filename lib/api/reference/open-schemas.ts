/** A reference stands for the whole of what it names, and what it names says whether there may be more. */
export function openSchemas<Document>(document: Document): Document {
  const open = (_: string, value: unknown): unknown => {
    if (typeof value !== "object" || value === null || !("$ref" in value) || !("additionalProperties" in value))
      return value;
    const { additionalProperties: __, ...reference } = value;
    return reference;
  };
  return JSON.parse(JSON.stringify(document, open));
}
