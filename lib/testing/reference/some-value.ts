import fc from "fast-check";
import type { OpenApi, Schema } from "@/lib/platform/contract/open-api";

const DEEP = 4;
/** Values from a client that ignores the reference or attacks. */
const JUNK: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    "",
    " ",
    null,
    "null",
    "\0",
    "a\ud800",
    "NaN",
    "-1",
    "1e3",
    "1e400",
    "0x10",
    "__proto__",
    "{{revenue}}",
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    { a: { b: [null] } },
    -1,
    0,
    1.5,
    1e21,
    Number.MAX_SAFE_INTEGER,
    true,
    "x".repeat(5000),
  ),
  fc.constantFrom<unknown>(
    "9999999999999999",
    "2026-02-30",
    "2026-13",
    "0000-00-00",
    "9999-12-31T23:59:59Z",
    "1970-01-01",
  ),
  fc.string({ maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A value for a schema: mostly valid, sometimes not. */
export function someValue(schema: Schema, document: OpenApi, depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: allowed(schema, document, depth) }, { weight: 1, arbitrary: JUNK });
}

function allowed(schema: Schema, document: OpenApi, depth: number): fc.Arbitrary<unknown> {
  const { $ref, example } = schema;
  if ($ref) return allowed(document.components.schemas[$ref.split("/").at(-1) ?? ""] ?? {}, document, depth);
  const made = generated(schema, document, depth);
  return example === undefined
    ? made
    : fc.oneof({ weight: 2, arbitrary: fc.constant(example) }, { weight: 3, arbitrary: made });
}

function generated(schema: Schema, document: OpenApi, depth: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  // The last choice of a recursive schema may recurse; the first does not.
  if (choices?.[0])
    return depth > DEEP
      ? allowed(choices[0], document, depth + 1)
      : fc.oneof(...choices.map((choice) => allowed(choice, document, depth + 1)));
  const [type, ...others] = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (others.length > 0)
    return fc.oneof(...[type, ...others].map((one) => generated({ ...schema, type: one }, document, depth)));
  if (type === "object") return someObject(schema, document, depth);
  if (type === "array")
    return fc.array(someValue(schema.items ?? {}, document, depth + 1), { maxLength: depth > DEEP ? 0 : 3 });
  return scalar(type, schema);
}

function scalar(type: string | undefined, { format }: Schema): fc.Arbitrary<unknown> {
  if (type === "boolean") return fc.boolean();
  if (type === "integer") return fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -2, max: 100_000 }));
  if (type === "number")
    return fc.oneof(fc.constantFrom(0, 10, 10.5, 12.345), fc.double({ min: -5, max: 1e9, noNaN: true }));
  if (type === "null") return fc.constant(null);
  if (format === "date-time") return time().map((at) => at.toISOString());
  if (format === "date") return time().map((at) => at.toISOString().slice(0, 10));
  if (format === "uuid") return fc.uuid();
  return fc.oneof(
    fc.constantFrom(
      "10",
      "10.00",
      "true",
      "+13035550142",
      "Acme",
      "2026-10",
      "https://a.test/x",
      "America/Denver",
      "09:00",
    ),
    fc.string({ maxLength: 12 }),
  );
}

const time = () => fc.date({ min: new Date("2024-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });

function someObject(schema: Schema, document: OpenApi, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, someValue(property, document, depth + 1)]),
  );
  const record = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  if (!additionalProperties) return record;
  const inside = additionalProperties === true ? {} : additionalProperties;
  const names = fc.oneof(fc.constantFrom("zip", "appointment_booked", "lead.status"), fc.string({ maxLength: 6 }));
  return fc.dictionary(names, someValue(inside, document, depth + 1), { maxKeys: 3 });
}
