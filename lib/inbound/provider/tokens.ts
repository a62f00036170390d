import { isObject } from "@/lib/inbound/provider/json";
import { storableText } from "@/lib/inbound/provider/text";

const TOKENS_AT_MOST = 500;
const NAME_CHARACTERS = 64;
const VALUE_CHARACTERS = 4000;
/** Limit of all tokens of a call together, names included. */
const CHARACTERS_AT_MOST = 100_000;
const LEVELS_AT_MOST = 3;

/**
 * The values of these objects as tokens: numbers and booleans as text, nested objects flattened (`address.zip` is
 * address_zip), lists joined by commas. The first value of a name counts. Values beyond the limits are dropped.
 */
export function tokensOf(...objects: readonly unknown[]): Record<string, string> {
  const tokens = new Map<string, string>();
  let characters = 0;
  for (const object of objects) {
    for (const [name, value] of flatten(object)) {
      if (tokens.has(name)) continue;
      characters += name.length + value.length;
      if (tokens.size >= TOKENS_AT_MOST || characters > CHARACTERS_AT_MOST) return Object.fromEntries(tokens);
      tokens.set(name, value);
    }
  }
  return Object.fromEntries(tokens);
}

/** A provider's name as a token name: `leadScore` and `Lead Score` are lead_score. Undefined if nothing remains. */
export function tokenName(name: string): string | undefined {
  const snake = name
    .slice(0, 256)
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, NAME_CHARACTERS)
    .replace(/_+$/, "");
  return snake || undefined;
}

/** A generator, so that nothing beyond the limits is read. */
function* flatten(object: unknown, prefix = "", level = 1): Generator<[string, string]> {
  if (!isObject(object)) return;
  for (const [key, value] of Object.entries(object)) {
    if (isObject(value)) {
      if (level < LEVELS_AT_MOST) yield* flatten(value, `${prefix}${key}_`, level + 1);
      continue;
    }
    const name = tokenName(prefix + key);
    const text = Array.isArray(value) ? listText(value) : scalarText(value);
    if (name !== undefined && text !== undefined) yield [name, storableText(text, VALUE_CHARACTERS)];
  }
}

/** Drops numbers that JSON parsers round: a wrong policy number is worse than none. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim();
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : undefined;
}

function listText(values: readonly unknown[]): string | undefined {
  const texts = values
    .slice(0, TOKENS_AT_MOST)
    .map(scalarText)
    .filter((text) => text !== undefined);
  return texts.length > 0 ? texts.join(", ") : undefined;
}
