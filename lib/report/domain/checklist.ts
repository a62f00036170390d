/** A record with its name, as the checklist links to it. */
type Made = { readonly id: number; readonly name: string };

/** What a company has of the steps to its first posted charge: the oldest of each, or null. */
export type ChecklistFacts = {
  readonly offer: Made | null;
  readonly buyer: Made | null;
  readonly trafficSource: Made | null;
  /** A buyer that has a price. */
  readonly price: Made | null;
  /** An offer that has a payout. */
  readonly payout: Made | null;
  readonly integration: Made | null;
  readonly secureToken: Made | null;
  readonly callId: number | null;
  readonly convertedCallId: number | null;
  readonly chargedCallId: number | null;
};

/** In the order in which they are taken. */
export const STEPS = [
  "offer",
  "buyer",
  "traffic_source",
  "terms",
  "integration",
  "secure_token",
  "test_call",
  "conversion",
  "rollup",
] as const;
export type Step = (typeof STEPS)[number];

export function doneSteps(facts: ChecklistFacts): ReadonlySet<Step> {
  const done: Record<Step, boolean> = {
    offer: facts.offer !== null,
    buyer: facts.buyer !== null,
    traffic_source: facts.trafficSource !== null,
    terms: facts.price !== null && facts.payout !== null,
    integration: facts.integration !== null,
    secure_token: facts.secureToken !== null,
    test_call: facts.callId !== null,
    conversion: facts.convertedCallId !== null,
    rollup: facts.chargedCallId !== null,
  };
  return new Set(STEPS.filter((step) => done[step]));
}
