const LENGTH_AT_MOST = 64;

/** A maker's name for a fact as our tokens are named: `leadScore` and `Lead Score` are lead_score. Undefined where nothing of it remains. */
export function tokenName(name: string): string | undefined {
  const snake = name
    .slice(0, 256)
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, LENGTH_AT_MOST)
    .replace(/_+$/, "");
  return snake || undefined;
}
