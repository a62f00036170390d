import { type CallState, type SideState, UNDECIDED } from "@/lib/call/domain/call-state";

/** An undecided side of party 7. */
export const UNDECIDED_OF_7: SideState = { ...UNDECIDED, partyId: 7 };

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
    buyer: { ...UNDECIDED, partyId: 7, ...buyer },
    offer: { ...UNDECIDED, partyId: 9, ...offer },
  };
}
