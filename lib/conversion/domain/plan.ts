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

/** A change with who made it, how and why. */
export type PlannedChange = {
  readonly change: CallChange;
  readonly mechanism: Mechanism;
  readonly actor: Actor;
  readonly changedAt: Date;
  readonly occurredAt: Date | null;
  /** Day of the call in the zone of the company, `YYYY-MM-DD`. */
  readonly serviceDate: string;
  readonly callUuid: string;
  readonly callerMasked: string | null;
  readonly reason: string | null;
  /** Sides whose evaluation, as it stands after the plan, this change was made by. */
  readonly evaluated: readonly Side[];
};

/** Why a side converted or did not, to be kept with the call. */
export type PlannedEvaluation = {
  readonly callId: number;
  readonly side: Side;
  readonly evaluatedAt: Date;
  readonly ruleSetId: number;
  /** The place of the step that converts; null where none does. */
  readonly converting: number | null;
  readonly steps: readonly (Omit<Step, "amount"> | CapStep)[];
};

/** Who set tokens of a call; each from what to what, null where there was none. */
export type TokenChange = {
  readonly callId: number;
  readonly changedAt: Date;
  readonly mechanism: Mechanism;
  readonly actor: Actor;
  readonly tokens: Readonly<Record<string, { readonly from: string | null; readonly to: string }>>;
};

/** An update under its sender's name, remembered so that a repetition is recognised. */
export type PlannedEvent = Omit<EventName, "kind"> & {
  /** `unnamed` is one that was too old to be applied, and is kept nowhere else. */
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
  /** Null where it stays as it is: it may not have been read. */
  readonly transcript: CallFacts["transcript"] | null;
  readonly callerHash: string | null;
};

/** All that comes of a batch of commands. Shown, it is a preview; written, it has happened. */
export type Plan = {
  /** In the order of the requests. */
  readonly outcomes: readonly Outcome[];
  /** The calls that stand otherwise, as they stand after all commands. */
  readonly states: readonly CallState[];
  readonly facts: readonly ChangedFacts[];
  /** Calls whose start moved, with the day that they count on now. */
  readonly movedStarts: readonly { readonly callId: number; readonly serviceDate: string }[];
  readonly changes: readonly PlannedChange[];
  readonly evaluations: readonly PlannedEvaluation[];
  readonly tokenChanges: readonly TokenChange[];
  readonly events: readonly PlannedEvent[];
  readonly inbox: readonly InboxItem[];
  readonly resolvedProposals: readonly ResolvedProposal[];
  readonly appliedWaiting: readonly { readonly inboxId: number; readonly callId: number }[];
  /** Waiting updates that fit several calls by now. */
  readonly ambiguous: readonly number[];
  readonly capUse: readonly UsedMore[];
  /** Every call of the batch as it stands after the plan. */
  readonly stateOf: (callId: number) => CallState | undefined;
};
