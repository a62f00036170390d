import type { LockedCall } from "@/lib/db/calls/lock-calls";
import type { readSurroundings } from "@/lib/db/calls/read-surroundings";
import type { CallState } from "@/lib/domain/call/call-state";
import type { PartiesOfCall } from "@/lib/domain/cap/touched-windows";
import type { CallRef, ConversionRequest } from "./conversion-request";

/** A locked call while a batch works on it: `state` moves on from request to request. */
export type WorkingCall = {
  readonly uuid: string;
  readonly serviceDate: string;
  readonly callerMasked: string | null;
  state: CallState;
  touched: boolean;
};

/** The calls of a batch, found by number or uuid. */
export class CallSet {
  private readonly byId = new Map<number, WorkingCall>();
  private readonly byUuid = new Map<string, WorkingCall>();

  constructor(locked: readonly LockedCall[]) {
    for (const { uuid, serviceDate, callerMasked, state } of locked) {
      const call = { uuid, serviceDate, callerMasked, state, touched: false };
      this.byId.set(state.id, call);
      this.byUuid.set(uuid, call);
    }
  }

  find(ref: CallRef): WorkingCall | undefined {
    return "id" in ref ? this.byId.get(ref.id) : this.byUuid.get(ref.uuid.toLowerCase());
  }

  touched(): CallState[] {
    return [...this.byId.values()].filter((call) => call.touched).map((call) => call.state);
  }

  /** Each call with the parties that it has or that a request names for it. */
  partiesOf(requests: readonly ConversionRequest[]): PartiesOfCall[] {
    const named = new Map<WorkingCall, { buyer: Set<number>; offer: Set<number> }>();
    for (const call of this.byId.values()) {
      const { buyer, offer } = call.state;
      named.set(call, { buyer: new Set(distinct([buyer.partyId])), offer: new Set(distinct([offer.partyId])) });
    }
    for (const { call, wish } of requests) {
      const found = wish.kind === "statement" ? this.find(call) : undefined;
      const parties = found && named.get(found);
      if (!parties || wish.kind !== "statement") continue;
      for (const id of distinct([wish.buyer?.partyId])) parties.buyer.add(id);
      for (const id of distinct([wish.offer?.partyId])) parties.offer.add(id);
    }
    return [...named].map(([{ state }, parties]) => ({ call: state, ...parties }));
  }

  /** What has to be read before these requests can be decided. */
  surroundingsOf(requests: readonly ConversionRequest[]): Parameters<typeof readSurroundings>[1] {
    const states = [...this.byId.values()].map((call) => call.state);
    const statements = requests.flatMap(({ wish }) => (wish.kind === "statement" ? [wish] : []));
    return {
      buyerIds: distinct([
        ...states.map(({ buyer }) => buyer.partyId),
        ...statements.map((said) => said.buyer?.partyId),
      ]),
      sourceIds: distinct([
        ...states.map(({ offer }) => offer.partyId),
        ...statements.map((said) => said.offer?.partyId),
      ]),
      offerIds: distinct(states.map(({ offerId }) => offerId)),
      termsIds: distinct(states.map(({ payoutTermsId }) => payoutTermsId)),
      events: requests.flatMap((request) => this.eventOf(request) ?? []),
      tokensOf: distinct(requests.map((request) => (request.tokens ? this.find(request.call)?.state.id : null))),
    };
  }

  private eventOf({ call, wish }: ConversionRequest) {
    const callId = this.find(call)?.state.id;
    if (callId === undefined || wish.kind !== "statement" || wish.eventId === undefined) return null;
    return { callId, mechanism: wish.mechanism, eventId: wish.eventId };
  }
}

function distinct(ids: readonly (number | null | undefined)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))];
}
