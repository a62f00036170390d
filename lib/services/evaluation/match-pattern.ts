import { RE2JS } from "re2js";

const PATTERNS_KEPT = 1_000;
const compiled = new Map<string, RE2JS | null>();

/** Whether the pattern is found in the text, in time linear in the text whatever the pattern; RE2 syntax, regardless of case. */
export function matchPattern(pattern: string, text: string): boolean {
  return compile(pattern)?.test(text) ?? false;
}

export function isPattern(pattern: string): boolean {
  return compile(pattern) !== null;
}

function compile(pattern: string): RE2JS | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= PATTERNS_KEPT) compiled.clear();
  const fresh = attempt(pattern);
  compiled.set(pattern, fresh);
  return fresh;
}

function attempt(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch {
    return null;
  }
}
