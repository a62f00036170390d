import type { CallState, SideState } from "@/lib/call/domain/call-state";

/** An undecided side of party 7. */
export const UNDECIDED: SideState = {
  converted: false,
  decision: null,
  locked: false,
  partyId: 7,
  amountMinor: 0n,
  amountFrom: null,
  statedAt: null,
  stoppedByCap: false,
  billedVersion: null,
};

type Overrides = Partial<Omit<CallState, "buyer" | "offer">> & {
  readonly buyer?: Partial<SideState>;
  readonly offer?: Partial<SideState>;
};

/** Call 1 of offer 3 by traffic source 9 to buyer 7, undecided by default. */
export function givenCallState({ buyer, offer, ...call }: Overrides = {}): CallState {
  return {
    id: 1,
    version: 0,
    offerId: 3,
    startedAt: new Date("2026-11-23T16:50:00Z"),
    payoutTermsId: null,
    ...call,
    buyer: { ...UNDECIDED, ...buyer },
    offer: { ...UNDECIDED, partyId: 9, ...offer },
  };
}
