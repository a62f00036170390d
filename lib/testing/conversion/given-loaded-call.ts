import type { CallFacts } from "@/lib/call/domain/add-facts";
import type { CallState } from "@/lib/call/domain/call-state";
import type { LoadedCall } from "@/lib/conversion/domain/context";
import { givenCallState } from "./given-call-state";

/** The facts of a ringing call: its start. */
export const EMPTY_FACTS: CallFacts = {
  startedAt: new Date("2026-11-23T16:50:00Z"),
  answeredAt: null,
  endedAt: null,
  durationSeconds: null,
  connectedSeconds: null,
  caller: null,
  recordingUrl: null,
  tokens: {},
  transcript: [],
};

type Overrides = Parameters<typeof givenCallState>[0] & {
  readonly facts?: Partial<CallFacts>;
  readonly callerHash?: string | null;
};

/** A call with facts; its uuid ends in its id, and its caller is `caller` by default. */
export function givenLoadedCall({ facts, callerHash = "caller", ...overrides }: Overrides = {}): LoadedCall {
  const state: CallState = givenCallState(overrides);
  return {
    uuid: uuidOf(state.id),
    callerMasked: callerHash === null ? null : "+1303555••42",
    callerHash,
    state,
    facts: { ...EMPTY_FACTS, startedAt: state.startedAt, ...facts },
    isErased: false,
  };
}

export function uuidOf(id: number): string {
  return `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`;
}
