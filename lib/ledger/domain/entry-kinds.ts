/** Kinds of entries that stem from a call's change. All others stem from documents. */
const OF_CALLS: ReadonlySet<string> = new Set(["charge", "credit", "payout", "clawback"]);

export function isOfCalls(kind: string): boolean {
  return OF_CALLS.has(kind);
}
