import { RE2JS } from "re2js";
import { patternWeight } from "@/lib/evaluation/domain/pattern-weight";

const PATTERNS_KEPT = 1_000;
const WEIGHT_AT_MOST = 5_000;
const compiled = new Map<string, RE2JS | null>();

/** Whether the pattern (RE2, case-insensitive) matches anywhere in the text. Takes linear time for every pattern. */
export function matchPattern(pattern: string, text: string): boolean {
  return compile(pattern)?.test(text) ?? false;
}

/**
 * False for an invalid pattern, and for repetitions so large that a text of a few thousand characters would take
 * seconds.
 */
export function isPattern(pattern: string): boolean {
  return compile(pattern) !== null;
}

function compile(pattern: string): RE2JS | null {
  const cached = compiled.get(pattern);
  if (cached !== undefined) return cached;
  if (compiled.size >= PATTERNS_KEPT) compiled.clear();
  const fresh = attempt(pattern);
  compiled.set(pattern, fresh);
  return fresh;
}

function attempt(pattern: string): RE2JS | null {
  if (patternWeight(pattern) > WEIGHT_AT_MOST) return null;
  try {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch {
    return null;
  }
}
