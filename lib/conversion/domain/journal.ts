import { clipPayload } from "@/lib/base/clip";
import { type CallState, isOpenToFacts, SIDES, type Side } from "@/lib/call/domain/call-state";
import { type Mechanism, mechanismOfActor } from "@/lib/call/domain/mechanism";
import { serviceDateOf } from "@/lib/company/domain/service-date";
import type { CallChange } from "./billing";
import type { Command, Tokens, Update } from "./command";
import type { BatchContext } from "./context";
import { eventKey } from "./event-names";
import type { InboxItem, InboxReason } from "./inbox-item";
import type { PlannedChange, PlannedEvent, TokenChange } from "./plan";
import type { ConversionRequest, Outcome } from "./request";
import type { WorkingCall } from "./working-calls";

type Applied = Extract<Outcome, { ok: true }>;

/** Collects everything a plan writes except states: changes, token changes, event names and inbox items. */
export class Journal {
  readonly changes: PlannedChange[] = [];
  readonly tokenChanges: TokenChange[] = [];
  readonly events: PlannedEvent[] = [];
  readonly inbox: InboxItem[] = [];
  private readonly content: Map<string, string[]>;

  constructor(private readonly context: BatchContext) {
    this.content = new Map([...context.events].map(([key, content]) => [key, [...content]]));
  }

  log(
    call: WorkingCall,
    { actor, reason }: ConversionRequest,
    command: Command,
    change: CallChange,
    evaluated: readonly Side[],
  ): void {
    const { uuid, callerMasked } = call;
    this.changes.push({
      change,
      mechanism: mechanismOf(command, change, mechanismOfActor(actor)),
      actor,
      changedAt: this.context.now,
      occurredAt: command.kind === "update" ? (command.occurredAt ?? null) : null,
      serviceDate: this.serviceDate(change.after),
      callUuid: uuid,
      callerMasked,
      reason: reason ?? null,
      evaluated,
    });
  }

  logTokens({ state, facts }: WorkingCall, { actor }: ConversionRequest, before: Tokens): void {
    const changed = Object.entries(facts.tokens).filter(([name, value]) => tokenOf(before, name) !== value);
    if (changed.length === 0) return;
    this.tokenChanges.push({
      callId: state.id,
      changedAt: this.context.now,
      mechanism: mechanismOfActor(actor),
      actor,
      tokens: Object.fromEntries(changed.map(([name, to]) => [name, { from: tokenOf(before, name) ?? null, to }])),
    });
  }

  serviceDate({ startedAt }: CallState): string {
    return serviceDateOf(startedAt, this.context.company.timeZone);
  }

  wordsUnder(callId: number, { mechanism, event }: Update): readonly string[] {
    return event ? (this.content.get(eventKey(callId, mechanism, event)) ?? []) : [];
  }

  /**
   * Records an update that is not applied and so leaves no change. Without an event name it is recorded as `unnamed`.
   */
  remember({ state }: WorkingCall, { mechanism, event, occurredAt }: Update, outcome: Applied): void {
    if (event) {
      const key = eventKey(state.id, mechanism, event);
      this.content.set(key, [...(this.content.get(key) ?? []), event.content]);
    } else if (outcome.older.length === 0) return;
    this.events.push({
      ...(event ?? UNNAMED),
      callId: state.id,
      mechanism,
      occurredAt: occurredAt ?? null,
      receivedAt: this.context.now,
      outcome: resultOf(outcome),
    });
  }

  hold(
    call: WorkingCall,
    { actor, command, payload, conversionUpdate }: ConversionRequest,
    reason: InboxReason,
    side: Side,
    problem: string | null,
  ): void {
    const clipped = clipPayload(payload ?? {});
    this.inbox.push({
      receivedAt: this.context.now,
      reason,
      callId: call.state.id,
      side,
      mechanism: command.kind === "update" ? command.mechanism : mechanismOfActor(actor),
      actor,
      payload: clipped,
      conversionUpdate: conversionUpdate ? clipPayload(conversionUpdate) : clipped,
      problem,
    });
  }
}

export function tokenOf(tokens: Tokens, name: string): string | undefined {
  return Object.hasOwn(tokens, name) ? tokens[name] : undefined;
}

/** A lock or return to automatic has no mechanism, so the change gets that of its actor. */
function mechanismOf(command: Command, change: CallChange, ofActor: Mechanism): Mechanism {
  if (command.kind === "update") return command.mechanism;
  if (command.kind !== "evaluate") return ofActor;
  const { before, after } = change;
  const decided = SIDES.find((side) => before[side].decision !== after[side].decision && isOpenToFacts(after[side]));
  return (decided && after[decided].decision?.mechanism) ?? "rule";
}

const UNNAMED = { kind: "unnamed", name: "older", content: "" } as const;

function resultOf({ changed, older, held }: Applied): PlannedEvent["outcome"] {
  if (!changed && older.length > 0) return "older";
  return !changed && held.length > 0 ? "held" : "applied";
}
