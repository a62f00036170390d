import { isLosslessNumber, parse } from "lossless-json";
import { Invalid } from "@/lib/base/errors";

const LEVELS_AT_MOST = 32;

/**
 * Parses a JSON object, with numbers as their original text: `10.50` stays exact, and `1e3` differs from `1000`.
 * Rejects a name with two different values.
 */
export function readJson(text: string, what = "The body"): Record<string, unknown> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw tooDeep(what);
    throw new Invalid({}, `${what} is not valid JSON: ${problem.message}. Nothing was saved.`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value) || isLosslessNumber(value)) {
    throw new Invalid({}, `${what} must be a JSON object. Nothing was saved.`);
  }
  if (levelsOf(value) > LEVELS_AT_MOST) throw tooDeep(what);
  return plain(value) as Record<string, unknown>;
}

/** Stops counting at the limit, so that deep input cannot exhaust the stack. */
function levelsOf(value: unknown, level = 0): number {
  if (typeof value !== "object" || value === null || level > LEVELS_AT_MOST) return level;
  const inside: unknown[] = Object.values(value);
  return inside.reduce((deepest: number, inner) => Math.max(deepest, levelsOf(inner, level + 1)), level + 1);
}

function plain(value: unknown): unknown {
  if (isLosslessNumber(value)) return value.value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

function tooDeep(what: string): Invalid {
  return new Invalid({}, `${what} is nested deeper than ${LEVELS_AT_MOST} levels. Nothing was saved.`);
}
