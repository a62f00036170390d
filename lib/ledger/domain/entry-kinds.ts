/** Kinds of entries from changes of calls. All others come from documents. */
const OF_CALLS: ReadonlySet<string> = new Set(["charge", "credit", "payout", "clawback"]);

export function isOfCalls(kind: string): boolean {
  return OF_CALLS.has(kind);
}
