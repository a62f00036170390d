import { reachesBuyer } from "@/lib/access/domain/actor";
import { AUTOMATIC } from "@/lib/access/domain/system-actor";
import { Invalid, NotFound, StaleVersion } from "@/lib/base/errors";
import { type CallState, SIDES, type Side } from "@/lib/call/domain/call-state";
import { comesFromOutside } from "@/lib/call/domain/mechanism";
import { tokenLimitError } from "@/lib/call/domain/token-limit";
import { CapCounts } from "@/lib/cap/domain/cap-counts";
import { type Added, addsAmounts, withoutAdditions, withSums } from "./added-amounts";
import { type AddFacts, type Command, namesNothing, type Tokens, type Update } from "./command";
import type { BatchContext } from "./context";
import { decide } from "./decide";
import { decideWithinCaps } from "./decide-within-caps";
import { decisionContext } from "./decision-context";
import { Evaluations } from "./evaluations";
import { recognize } from "./event-names";
import { updatedFacts } from "./facts-update";
import { Journal, tokenOf } from "./journal";
import { mismatch } from "./mismatch";
import { forbidden } from "./permissions";
import { permittedUpdate } from "./permitted-update";
import type { ChangedFacts, Plan } from "./plan";
import { Proposals } from "./proposals";
import type { ConversionRequest, Outcome } from "./request";
import { type WorkingCall, WorkingCalls } from "./working-calls";

/**
 * Plans a batch: applies each command in order, by its own actor, to the calls as the previous command left them. Then
 * evaluates every call whose facts changed, in order of start. Pure: the same context gives the same plan.
 */
export function applyCommands(context: BatchContext, requests: readonly ConversionRequest[]): Plan {
  return new Planner(context).plan(requests);
}

const NO_FIELD = "The update has no fields. Send at least one of buyer_converted, offer_converted, revenue or tokens.";
const REUSED_ID =
  "This event_id arrived with this content before, and with different content since. Check whether this is a late retry or a correction.";

const OUT_OF_REACH = "This key doesn’t reach calls of this buyer, so it can’t move a call there.";

class Planner {
  private readonly calls: WorkingCalls;
  private readonly counts: CapCounts;
  private readonly evaluations: Evaluations;
  private readonly journal: Journal;
  private readonly appliedWaiting: { inboxId: number; callId: number }[] = [];
  private readonly ambiguous: number[] = [];

  constructor(private readonly context: BatchContext) {
    this.calls = new WorkingCalls(context.calls, context.neighbors);
    this.counts = new CapCounts(context.caps, context.used);
    this.evaluations = new Evaluations(context, this.calls);
    this.journal = new Journal(context);
  }

  plan(requests: readonly ConversionRequest[]): Plan {
    const outcomes = requests.map((request) => this.take(request));
    this.applyWaiting();
    for (const call of this.calls.due()) this.evaluate(call);
    const { context, calls, counts, evaluations, journal } = this;
    const changes = journal.changes.map(({ change }) => change);
    const proposals = new Proposals(context, calls, evaluations).after(changes, counts);
    return {
      outcomes: outcomes.map((outcome) => outcome()),
      states: calls.changedStates(),
      facts: calls.changedFacts().map(changedFacts),
      movedStarts: calls
        .movedStarts()
        .map(({ state }) => ({ callId: state.id, serviceDate: this.journal.serviceDate(state) })),
      changes: journal.changes,
      evaluations: evaluations.toKeep(),
      tokenChanges: journal.tokenChanges,
      events: journal.events,
      inbox: [...journal.inbox, ...proposals.filed],
      resolvedProposals: proposals.resolved,
      appliedWaiting: this.appliedWaiting,
      ambiguous: this.ambiguous,
      capUse: counts.changes(),
      stateOf: (callId) => calls.find({ id: callId })?.state,
    };
  }

  /** Returns a function: the outcome of a command that evaluates is known only after the evaluation at the end. */
  private take(request: ConversionRequest): () => Outcome {
    const outcome = this.attempt(request);
    return typeof outcome === "function" ? outcome : () => outcome;
  }

  private attempt(request: ConversionRequest): Outcome | (() => Outcome) {
    const { actor, command } = request;
    const refused = forbidden(actor, command, this.context.pricingTokens);
    if (refused) return { ok: false, error: refused };
    const call = this.calls.find(request.call);
    if (!call) return { ok: false, error: new NotFound() };
    const unmatched = mismatch(call, request, this.context.settings);
    if (unmatched) return { ok: false, error: unmatched };
    if (movesOutOfReach(request)) return { ok: false, error: new Invalid({ buyer_id: OUT_OF_REACH }) };
    if (command.kind === "update") return this.takeUpdate(call, request, command);
    const { expectedVersion } = request;
    if (expectedVersion !== undefined && expectedVersion !== call.state.version) {
      return { ok: false, error: new StaleVersion(expectedVersion, call.state.version) };
    }
    if (command.kind === "evaluate") return this.toEvaluate(call);
    if (command.kind === "addFacts") return this.takeFacts(call, request, command);
    return this.carryOut(call, request, command);
  }

  private takeUpdate(call: WorkingCall, request: ConversionRequest, requested: Update): Outcome {
    const { state } = call;
    if (namesNothing(requested)) return { ok: false, error: new Invalid({}, NO_FIELD) };
    const recognized = requested.event
      ? recognize(requested.event, this.journal.wordsUnder(state.id, requested))
      : "new";
    if (recognized === "repeated") {
      return { ok: true, callId: state.id, changed: false, held: [], older: [], repeated: true };
    }
    if (request.expectedVersion !== undefined && request.expectedVersion !== state.version) {
      return { ok: false, error: new StaleVersion(request.expectedVersion, state.version) };
    }
    if (recognized === "ambiguous") {
      const sides = SIDES.filter((side) => requested[side] !== undefined);
      const held = sides.length > 0 ? sides : (["buyer"] as const);
      for (const side of held) this.journal.hold(call, request, "reused_event_id", side, REUSED_ID);
      return { ok: true, callId: state.id, changed: false, held, older: [], repeated: false };
    }
    const added = this.withSums(call, requested);
    if (!added.ok) return { ok: false, error: new Invalid(added.errors) };
    const { update, outside, locked } = permittedUpdate(this.context, call, added.update, (update) =>
      this.stateAfter(call, update),
    );
    const tooMany = tokenLimitError({ ...call.facts.tokens, ...update.tokens });
    if (tooMany !== null) return { ok: false, error: new Invalid({ tokens: tooMany }) };
    const { facts, isDue } = call;
    const setsTokens = !isAllOlder(state, update) && this.setTokens(call, update.tokens);
    const outcome = this.carryOut(call, request, update);
    if (!outcome.ok) {
      Object.assign(call, { facts, isDue });
      return outcome;
    }
    if (setsTokens) this.journal.logTokens(call, request, facts.tokens);
    const held = new Set(outcome.held);
    if (outside !== null) held.add("buyer");
    for (const side of locked) held.add(side);
    for (const side of held) {
      const isOutside = outside !== null && side === "buyer";
      this.journal.hold(call, request, isOutside ? "outside_limits" : "locked", side, isOutside ? outside : null);
    }
    const result = { ...outcome, changed: outcome.changed || setsTokens, held: [...held] };
    this.journal.remember(call, requested, result);
    return result;
  }

  /** What an update adds is added to the amounts that stand after the rest of it. */
  private withSums(call: WorkingCall, update: Update): Added {
    if (!addsAmounts(update)) return { ok: true, update };
    const held = comesFromOutside(update.mechanism) ? SIDES.filter((side) => call.state[side].locked) : [];
    return withSums(update, this.stateAfter(call, withoutAdditions(update)), held, this.context.company.decimals);
  }

  /** The state of a call if the batch ended here, or ended with this update. */
  private stateAfter(call: WorkingCall, update?: Update): CallState {
    const trial = { ...call };
    const { now } = this.context;
    if (update) {
      if (!isAllOlder(call.state, update)) this.setTokens(trial, update.tokens);
      const updated = decide(call.state, update, decisionContext(this.context, this.evaluations, trial, update), now);
      if (!updated.ok) return this.stateAfter(call);
      trial.state = updated.call;
      if (changesParty(call.state, updated.call)) trial.isDue = true;
    }
    if (!trial.isDue) return trial.state;
    const evaluate = { kind: "evaluate" } as const;
    const evaluated = decide(
      trial.state,
      evaluate,
      decisionContext(this.context, this.evaluations, trial, evaluate),
      now,
    );
    return evaluated.ok ? evaluated.call : trial.state;
  }

  private takeFacts(call: WorkingCall, request: ConversionRequest, command: AddFacts): Outcome {
    const updated = updatedFacts(call.facts, command.facts, this.context.now);
    if (!updated.ok) return { ok: false, error: new Invalid(updated.errors) };
    const { facts, state: before, isDue } = call;
    call.facts = updated.facts;
    if (updated.facts.startedAt.getTime() !== before.startedAt.getTime()) {
      call.state = { ...before, startedAt: updated.facts.startedAt };
      this.counts.take({ before, after: call.state });
    }
    if (updated.changed) call.isDue = true;
    const outcome = this.carryOut(call, request, command);
    if (!outcome.ok) {
      this.counts.take({ before: call.state, after: before });
      Object.assign(call, { facts, state: before, isDue });
      return outcome;
    }
    if (command.facts.callerHash !== null) this.calls.setCaller(call, command.facts.callerHash);
    if (updated.facts.tokens !== facts.tokens) this.journal.logTokens(call, request, facts.tokens);
    return { ...outcome, changed: outcome.changed || updated.changed };
  }

  private toEvaluate(call: WorkingCall): () => Outcome {
    const { id, version } = call.state;
    call.isDue = true;
    return () => {
      const changed = call.state.version !== version;
      return { ok: true, callId: id, changed, held: [], older: [], repeated: false };
    };
  }

  private carryOut(call: WorkingCall, request: ConversionRequest, command: Command): Outcome {
    const { now } = this.context;
    const record = new Set<Side>();
    const context = decisionContext(this.context, this.evaluations, call, command, record);
    const { decided, stopped } =
      command.kind === "restore"
        ? { decided: decide(call.state, command, context, now), stopped: [] }
        : decideWithinCaps(call.state, command, context, now, this.counts);
    if (!decided.ok) return { ok: false, error: new Invalid(decided.errors) };
    for (const { side, usedUp } of stopped) this.evaluations.stop(call, side, usedUp);
    const before = call.state;
    call.state = decided.call;
    if (stopped.length > 0) call.isDue = true;
    const asksFacts = command.kind !== "restore";
    if (asksFacts && (changesParty(before, call.state) || unlocks(before, call.state))) call.isDue = true;
    if (decided.change) {
      this.counts.take(decided.change);
      this.journal.log(call, request, command, decided.change, [...record]);
    }
    const { held, older } = decided;
    return { ok: true, callId: before.id, changed: decided.change !== null, held, older, repeated: false };
  }

  /** Applies updates that arrived before their call, or before the call was their buyer's, in order of arrival. */
  private applyWaiting(): void {
    for (const { inboxId, callIds, fitsOthers, request } of this.context.waiting) {
      const fitting = callIds.filter((id) => {
        const call = this.calls.find({ id });
        return call !== undefined && mismatch(call, request, this.context.settings) === null;
      });
      const [callId] = fitting;
      if (callId === undefined) continue;
      if (fitting.length > 1 || fitsOthers) {
        this.ambiguous.push(inboxId);
        continue;
      }
      if (this.take({ ...request, call: { id: callId } })().ok) this.appliedWaiting.push({ inboxId, callId });
    }
  }

  private evaluate(call: WorkingCall): void {
    const command = { kind: "evaluate" } as const;
    this.evaluations.evaluateBoth(call);
    this.carryOut(call, { call: { id: call.state.id }, actor: AUTOMATIC, command }, command);
  }

  private setTokens(call: WorkingCall, tokens: Tokens | undefined): boolean {
    if (!tokens) return false;
    const { facts } = call;
    const isKnown = Object.entries(tokens).every(([name, value]) => tokenOf(facts.tokens, name) === value);
    if (isKnown) return false;
    call.facts = { ...facts, tokens: { ...facts.tokens, ...tokens } };
    call.isDue = true;
    return true;
  }
}

function movesOutOfReach({ actor, command }: ConversionRequest): boolean {
  const partyId = command.kind === "update" ? command.buyer?.partyId : undefined;
  return partyId !== undefined && !reachesBuyer(actor, partyId);
}

function changesParty(before: CallState, after: CallState): boolean {
  return SIDES.some((side) => before[side].partyId !== after[side].partyId);
}

/** Facts that arrive while a side is locked are evaluated when it is unlocked. */
function unlocks(before: CallState, after: CallState): boolean {
  return SIDES.some((side) => before[side].locked && !after[side].locked);
}

/** Whether newer updates have decided every side that the update names. */
function isAllOlder(state: CallState, update: Update): boolean {
  const named = SIDES.filter((side) => update[side] !== undefined);
  const { occurredAt } = update;
  if (named.length === 0 || occurredAt === undefined) return false;
  return named.every((side) => state[side].statedAt !== null && occurredAt < (state[side].statedAt ?? occurredAt));
}

function changedFacts({ state, facts, callerHash, loaded }: WorkingCall): ChangedFacts {
  const isSame = facts.transcript === loaded.facts.transcript;
  return { callId: state.id, facts, transcript: isSame ? null : facts.transcript, callerHash };
}
