import { type CallFacts, isSameFacts } from "@/lib/call/domain/add-facts";
import type { CallRef } from "@/lib/call/domain/call-ref";
import type { CallState, Side } from "@/lib/call/domain/call-state";
import type { EarlierCall } from "@/lib/call/domain/evaluation-facts";
import { wasConnected } from "@/lib/evaluation/domain/facts-of-call";
import type { LoadedCall } from "./context";

/** A call whose state changes from command to command of a plan. */
export type WorkingCall = {
  readonly uuid: string;
  readonly callerMasked: string | null;
  readonly loaded: LoadedCall;
  callerHash: string | null;
  state: CallState;
  facts: CallFacts;
  /** Facts or parties changed, or an evaluation was requested. */
  isDue: boolean;
};

/** The calls of a plan by id, uuid or caller. Neighbors are read only. */
export class WorkingCalls {
  private readonly byId = new Map<number, WorkingCall>();
  private readonly byUuid = new Map<string, WorkingCall>();
  private readonly byCaller = new Map<string, WorkingCall[]>();
  private readonly ids: ReadonlySet<number>;

  constructor(calls: readonly LoadedCall[], neighbors: readonly LoadedCall[]) {
    this.ids = new Set(calls.map(({ state }) => state.id));
    for (const loaded of [...calls, ...neighbors]) {
      const { uuid, callerMasked, callerHash, state, facts } = loaded;
      if (this.byId.has(state.id)) continue;
      const call = { uuid, callerMasked, loaded, callerHash, state, facts, isDue: false };
      this.byId.set(state.id, call);
      if (this.ids.has(state.id)) this.byUuid.set(uuid, call);
      this.addToCaller(call);
    }
  }

  find(ref: CallRef): WorkingCall | undefined {
    if ("uuid" in ref) return this.byUuid.get(ref.uuid.toLowerCase());
    return this.ids.has(ref.id) ? this.byId.get(ref.id) : undefined;
  }

  /** Calls to evaluate, in order of start. */
  due(): WorkingCall[] {
    return [...this.byId.values()].filter(({ isDue, loaded }) => isDue && !loaded.isErased).sort(inOrderOfStart);
  }

  changedStates(): CallState[] {
    return [...this.byId.values()].filter(({ state, loaded }) => state !== loaded.state).map(({ state }) => state);
  }

  changedFacts(): WorkingCall[] {
    return [...this.byId.values()].filter(
      ({ facts, loaded }) => facts !== loaded.facts && !isSameFacts(facts, loaded.facts),
    );
  }

  movedStarts(): WorkingCall[] {
    return [...this.byId.values()].filter(
      ({ state, loaded }) => state.startedAt.getTime() !== loaded.state.startedAt.getTime(),
    );
  }

  /** Calls whose order among the calls of their caller changed. */
  corrected(): WorkingCall[] {
    const isCallerNew = ({ callerHash, loaded }: WorkingCall) => callerHash !== loaded.callerHash;
    return [...new Set([...this.movedStarts(), ...[...this.byId.values()].filter(isCallerNew)])];
  }

  /** Sets a caller that was unknown. */
  setCaller(call: WorkingCall, callerHash: string): void {
    if (call.callerHash !== null) return;
    call.callerHash = callerHash;
    this.addToCaller(call);
  }

  /** Earlier calls of the same caller to the same buyer or for the same offer, nearest first. */
  earlierCalls(call: WorkingCall, side: Side, partyId: number): EarlierCall[] {
    return this.siblings(call, side, partyId)
      .filter((other) => inOrderOfStart(other, call) < 0)
      .sort((one, other) => inOrderOfStart(other, one))
      .map(({ state, facts }) => ({
        startedAt: state.startedAt,
        converted: state[side].converted,
        connected: wasConnected(facts),
      }));
  }

  /** Later calls of the same caller to the same buyer or for the same offer, oldest first. */
  laterCalls(call: WorkingCall, side: Side, partyId: number): WorkingCall[] {
    return this.siblings(call, side, partyId)
      .filter((other) => inOrderOfStart(other, call) > 0)
      .sort(inOrderOfStart);
  }

  private siblings(call: WorkingCall, side: Side, partyId: number): WorkingCall[] {
    if (call.callerHash === null) return [];
    const ofCaller = this.byCaller.get(call.callerHash) ?? [];
    return ofCaller.filter((other) => other !== call && duplicateParty(other.state, side) === partyId);
  }

  private addToCaller(call: WorkingCall): void {
    if (call.callerHash === null) return;
    const ofCaller = this.byCaller.get(call.callerHash);
    if (ofCaller) ofCaller.push(call);
    else this.byCaller.set(call.callerHash, [call]);
  }
}

/** Duplicates are calls to the same buyer, or for the same offer. */
export function duplicateParty(state: CallState, side: Side): number | null {
  return side === "buyer" ? state.buyer.partyId : state.offerId;
}

function inOrderOfStart(one: WorkingCall, other: WorkingCall): number {
  return one.state.startedAt.getTime() - other.state.startedAt.getTime() || one.state.id - other.state.id;
}
