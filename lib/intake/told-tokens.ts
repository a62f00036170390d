import { isObject } from "@/lib/intake/bounded-json";
import { keepable } from "@/lib/intake/plain-text";
import { tokenName } from "@/lib/intake/token-name";

const TOKENS_AT_MOST = 500;
const VALUE_CHARACTERS = 4000;
/** What a call may hold altogether, names included. */
const CHARACTERS_AT_MOST = 100_000;
const LEVELS_AT_MOST = 3;

/**
 * Facts as tokens: numbers and booleans as text, objects flattened (`address.zip` is address_zip), lists of such values
 * joined by commas. The first of two names that come to the same stands. What goes beyond the limits is left out.
 */
export function tokensOf(...sources: readonly unknown[]): Record<string, string> {
  const tokens = new Map<string, string>();
  let characters = 0;
  for (const source of sources) {
    for (const [name, value] of flat(source)) {
      if (tokens.has(name)) continue;
      characters += name.length + value.length;
      if (tokens.size >= TOKENS_AT_MOST || characters > CHARACTERS_AT_MOST) return Object.fromEntries(tokens);
      tokens.set(name, value);
    }
  }
  return Object.fromEntries(tokens);
}

/** One after the other, so that nobody reads on beyond the limits. */
function* flat(source: unknown, prefix = "", level = 1): Generator<[string, string]> {
  if (!isObject(source)) return;
  for (const [key, value] of Object.entries(source)) {
    if (isObject(value)) {
      if (level < LEVELS_AT_MOST) yield* flat(value, `${prefix}${key}_`, level + 1);
      continue;
    }
    const name = tokenName(prefix + key);
    const text = Array.isArray(value) ? listText(value) : scalarText(value);
    if (name !== undefined && text !== undefined) yield [name, keepable(text, VALUE_CHARACTERS)];
  }
}

/** Whole numbers beyond what JSON's readers hold exactly are left out: a wrong policy number is worse than none. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim();
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : undefined;
}

function listText(values: readonly unknown[]): string | undefined {
  const texts = values.slice(0, TOKENS_AT_MOST).map(scalarText);
  return texts.some((text) => text !== undefined) ? texts.filter((text) => text !== undefined).join(", ") : undefined;
}
