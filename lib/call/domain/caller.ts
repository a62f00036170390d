const ANONYMOUS = new Set(["anonymous", "private", "restricted", "unknown", "unavailable", "blocked"]);

/** A caller ID as calls keep it: `+` and digits where the country is known, digits otherwise; null for anonymous; undefined when it is neither. */
export function parseCaller(text: string): string | null | undefined {
  const trimmed = text.trim();
  if (ANONYMOUS.has(trimmed.toLowerCase())) return null;
  const compact = trimmed.replace(/[\s().-]/g, "");
  return /^\+?[0-9]{3,15}$/.test(compact) ? compact : undefined;
}
