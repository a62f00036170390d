import { isLosslessNumber, parse } from "lossless-json";
import { Invalid } from "@/lib/domain/errors";

/**
 * A JSON object with its numbers as the text they were written as, so that `10.50` stays an exact amount and `1e3` can
 * be told from `1000`. A name that stands twice with different values is refused by the parser.
 */
export function readJson(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (problem) {
    const said = problem instanceof SyntaxError ? problem.message : "it is nested too deeply";
    throw new Invalid({}, `The body is not valid JSON: ${said}. Nothing was saved.`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value) || isLosslessNumber(value)) {
    throw new Invalid({}, "The body has to be a JSON object with the parameters as its names. Nothing was saved.");
  }
  return plain(value) as Record<string, unknown>;
}

function plain(value: unknown): unknown {
  if (isLosslessNumber(value)) return value.value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
