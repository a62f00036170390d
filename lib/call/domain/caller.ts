const ANONYMOUS = new Set(["anonymous", "private", "restricted", "unknown", "unavailable", "blocked"]);

/**
 * A caller ID as calls store it: `+` and digits if the country is known, otherwise digits only. Null if anonymous;
 * undefined if the text is neither.
 */
export function parseCaller(text: string): string | null | undefined {
  const trimmed = text.trim();
  if (ANONYMOUS.has(trimmed.toLowerCase())) return null;
  const compact = trimmed.replace(/[\s().-]/g, "");
  return /^\+?[0-9]{3,15}$/.test(compact) ? compact : undefined;
}
