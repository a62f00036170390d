import type { Actor } from "@/lib/access/domain/actor";
import type { CallFacts } from "@/lib/call/domain/add-facts";
import type { CallState, Side } from "@/lib/call/domain/call-state";
import type { Mechanism } from "@/lib/call/domain/mechanism";
import type { UsedMore } from "@/lib/cap/domain/cap-counts";
import type { CapStep } from "@/lib/cap/domain/cap-step";
import type { Step } from "@/lib/evaluation/domain/evaluate";
import type { CallChange } from "./billing";
import type { EventName } from "./command";
import type { InboxItem, Proposal } from "./inbox-item";
import type { Outcome } from "./request";

/** A change with its actor, mechanism and reason. */
export type PlannedChange = {
  readonly change: CallChange;
  readonly mechanism: Mechanism;
  readonly actor: Actor;
  readonly changedAt: Date;
  readonly occurredAt: Date | null;
  /** The day of the call in the company's time zone, `YYYY-MM-DD`. */
  readonly serviceDate: string;
  readonly callUuid: string;
  readonly callerMasked: string | null;
  readonly reason: string | null;
  /** Sides whose final evaluation in the plan made this change. */
  readonly evaluated: readonly Side[];
};

/** Why a side converted or did not; saved with the call. */
export type PlannedEvaluation = {
  readonly callId: number;
  readonly side: Side;
  readonly evaluatedAt: Date;
  readonly ruleSetId: number;
  /** Index of the converting step; null for none. */
  readonly converting: number | null;
  readonly steps: readonly (Omit<Step, "amount"> | CapStep)[];
};

/** Token values set by an actor, each with the value before; null if there was none. */
export type TokenChange = {
  readonly callId: number;
  readonly changedAt: Date;
  readonly mechanism: Mechanism;
  readonly actor: Actor;
  readonly tokens: Readonly<Record<string, { readonly from: string | null; readonly to: string }>>;
};

/** A named update, remembered to recognize repetitions. */
export type PlannedEvent = Omit<EventName, "kind"> & {
  /** `unnamed` is an update too old to be applied, which is saved nowhere else. */
  readonly kind: EventName["kind"] | "unnamed";
  readonly callId: number;
  readonly mechanism: Mechanism;
  readonly occurredAt: Date | null;
  readonly receivedAt: Date;
  readonly outcome: "applied" | "older" | "held";
};

export type ResolvedProposal = { readonly callId: number; readonly side: Side; readonly reason: Proposal };

export type ChangedFacts = {
  readonly callId: number;
  readonly facts: Omit<CallFacts, "transcript">;
  /** Null leaves the transcript as it is; it may not have been loaded. */
  readonly transcript: CallFacts["transcript"] | null;
  readonly callerHash: string | null;
};

/** Everything that a batch of commands changes: a preview shows it, a commit writes it. */
export type Plan = {
  /** In the order of the requests. */
  readonly outcomes: readonly Outcome[];
  /** The changed calls, after all commands. */
  readonly states: readonly CallState[];
  readonly facts: readonly ChangedFacts[];
  /** Calls whose start moved, with their new day. */
  readonly movedStarts: readonly { readonly callId: number; readonly serviceDate: string }[];
  readonly changes: readonly PlannedChange[];
  readonly evaluations: readonly PlannedEvaluation[];
  readonly tokenChanges: readonly TokenChange[];
  readonly events: readonly PlannedEvent[];
  readonly inbox: readonly InboxItem[];
  readonly resolvedProposals: readonly ResolvedProposal[];
  readonly appliedWaiting: readonly { readonly inboxId: number; readonly callId: number }[];
  /** Waiting updates that match several calls now. */
  readonly ambiguous: readonly number[];
  readonly capUse: readonly UsedMore[];
  /** The state of any call of the batch after the plan. */
  readonly stateOf: (callId: number) => CallState | undefined;
};
