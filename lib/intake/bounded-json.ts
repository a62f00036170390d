import type { Reading } from "@/lib/intake/call-report";
import { decodeText } from "@/lib/intake/plain-text";

export type JsonObject = Readonly<Record<string, unknown>>;

/** Reports of voice agents carry whole assistants and tool calls; no maker nests deeper than this. */
const LEVELS_AT_MOST = 64;

/** Reads a body as a JSON object and hands it on; anything else is malformed, in a sentence. */
export function withJson(body: Uint8Array, read: (payload: JsonObject) => Reading): Reading {
  const text = decodeText(body);
  return text === null ? malformed("The body is not UTF-8 text.") : withJsonText(text, read);
}

export function withJsonText(text: string, read: (payload: JsonObject) => Reading): Reading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return malformed("The body is not valid JSON.");
  }
  if (!isObject(value)) return malformed("The body is not a JSON object.");
  if (isDeeperThan(LEVELS_AT_MOST, value)) return malformed(`The body is nested deeper than ${LEVELS_AT_MOST} levels.`);
  return read(value);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function malformed(problem: string): Reading {
  return { kind: "malformed", problem };
}

/** Looks no further than matters, so that no depth exhausts the stack. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
