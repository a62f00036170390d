import { malformed, type Parsed } from "@/lib/inbound/provider/parsed";
import { decodeText } from "@/lib/inbound/provider/text";

export type JsonObject = Readonly<Record<string, unknown>>;

/** Voice agents include whole assistants and tool calls; no provider nests deeper. */
const LEVELS_AT_MOST = 64;

/** Parses a body as a JSON object and passes it to `parse`; any other body is malformed. */
export function parseJson(body: Uint8Array, parse: (payload: JsonObject) => Parsed): Parsed {
  const text = decodeText(body);
  return text === null ? malformed("The body is not UTF-8 text.") : parseJsonText(text, parse);
}

export function parseJsonText(text: string, parse: (payload: JsonObject) => Parsed): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return malformed("The body is not valid JSON.");
  }
  if (!isObject(value)) return malformed("The body is not a JSON object.");
  if (isDeeperThan(LEVELS_AT_MOST, value)) return malformed(`The body is nested deeper than ${LEVELS_AT_MOST} levels.`);
  return parse(value);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at this path, or undefined. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inside, name) => (isObject(inside) && Object.hasOwn(inside, name) ? inside[name] : undefined),
    value,
  );
}

/** The trimmed text at this path; undefined if blank or not text. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const text = valueAt(value, ...path);
  return typeof text === "string" ? text.trim() || undefined : undefined;
}

/** The object at this path; empty if there is none. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject {
  const object = valueAt(value, ...path);
  return isObject(object) ? object : {};
}

/** The list at this path; empty if there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const list = valueAt(value, ...path);
  return Array.isArray(list) ? list : [];
}

/** Stops at the first level that is too deep, so that no payload exhausts the stack. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
