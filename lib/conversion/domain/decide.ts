import type { FieldErrors } from "@/lib/base/errors";
import {
  type CallState,
  type Decision,
  isOpenToFacts,
  isStated,
  SIDES,
  type Side,
  type SideState,
  standsByFacts,
} from "@/lib/call/domain/call-state";
import { comesFromBuyersSystem, comesFromOutside } from "@/lib/call/domain/mechanism";
import type { TermsBook } from "@/lib/terms/domain/terms";
import { type Accounts, billingOf, type CallChange, type RulesOfChange } from "./billing";
import type { AddFacts, Command, Restore, Update } from "./command";
import { priced, type Verdicts } from "./pricing";
import type { SideVerdict } from "./verdict";

/** What a decision needs besides the call and the command. */
export type DecisionContext = Accounts & {
  readonly terms: TermsBook;
  readonly offerFollowsBuyer: boolean;
  /** The verdict on a side for its party in this state; null if no mechanism holds. */
  readonly verdictOn: (side: Side, state: CallState) => SideVerdict | null;
  /** Sides that no automatic mechanism may convert because a cap is used up. */
  readonly stopped?: ReadonlySet<Side>;
  /** The start of the call was corrected, so other terms may be in force. */
  readonly isStartMoved?: boolean;
};

export type Decided =
  | { readonly ok: false; readonly errors: FieldErrors }
  | {
      readonly ok: true;
      /** The same object if nothing is to be written. */
      readonly call: CallState;
      /** The change to log and bill; null if nothing changed. */
      readonly change: CallChange | null;
      /** Sides whose part of the update goes to the inbox because they are locked. */
      readonly held: readonly Side[];
      /** Sides that a newer update had decided. */
      readonly older: readonly Side[];
    };

/** The one decision: call, command, context and time give the next state and the change. Pure. */
export function decide(call: CallState, command: Command, context: DecisionContext, now: Date): Decided {
  if (command.kind === "restore") return restored(call, command, context);
  const held = command.kind === "update" ? namedSides(command).filter((side) => isHeld(call[side], command)) : [];
  const older = command.kind === "update" ? namedSides(command).filter((side) => isOlder(call[side], command)) : [];
  const passes = (side: Side) => !held.includes(side) && !older.includes(side);

  const wanted: CallState = {
    ...call,
    buyer: passes("buyer") ? commanded(call.buyer, "buyer", command, now) : call.buyer,
    offer: passes("offer") ? commanded(call.offer, "offer", command, now) : call.offer,
  };
  const verdicts: Verdicts = {
    buyer: asksFacts(call, wanted, "buyer", command) ? context.verdictOn("buyer", wanted) : undefined,
    offer: asksFacts(call, wanted, "offer", command) ? context.verdictOn("offer", wanted) : undefined,
  };
  const evaluated = evaluatedSides(wanted, command, verdicts, context, now);
  const errors = {
    ...partyErrors(evaluated.buyer, "buyer", context),
    ...partyErrors(evaluated.offer, "offer", context),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  const offer = following(evaluated.offer, evaluated.buyer, context, now);
  if (offer.decision !== evaluated.offer.decision)
    verdicts.offer ??= context.verdictOn("offer", { ...evaluated, offer });
  const next = priced(call, { ...evaluated, offer }, verdicts, context);
  if (sameStanding(call, next))
    return { ok: true, call: sameMarks(call, next) ? call : next, change: null, held, older };
  const change = billingOf(call, next, context, rulesOf(next, verdicts));
  return { ok: true, call: change.after, change, held, older };
}

/** Of a side that a person locked since before the batch, systems undo nothing. */
function restored(
  call: CallState,
  { buyer, offer, payoutTermsId, mechanism }: Restore,
  context: DecisionContext,
): Decided {
  const isLocked = SIDES.some((side) => call[side].locked) && comesFromOutside(mechanism);
  const errors = {
    ...(isLocked && { locked: "A side of this call is locked. Undo the batch as a member, or unlock the call first." }),
    ...partyErrors(buyer, "buyer", context),
    ...partyErrors(offer, "offer", context),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const rules = { buyer: buyer.decision?.ruleId ?? null, offer: offer.decision?.ruleId ?? null };
  const change = billingOf(call, { ...call, buyer, offer, payoutTermsId }, context, rules);
  return { ok: true, call: change.after, change, held: [], older: [] };
}

function namedSides(update: Update): Side[] {
  return SIDES.filter((side) => update[side] !== undefined);
}

function isHeld(side: SideState, { mechanism }: Update): boolean {
  return side.locked && comesFromOutside(mechanism);
}

function isOlder(side: SideState, { occurredAt }: Update): boolean {
  return occurredAt !== undefined && side.statedAt !== null && occurredAt < side.statedAt;
}

/** The side after the command alone, before the facts are evaluated. */
function commanded(state: SideState, side: Side, command: Exclude<Command, Restore>, now: Date): SideState {
  switch (command.kind) {
    case "update":
      return stated(state, side, command, now);
    case "addFacts":
      return filled(state, side, command);
    case "returnToAutomatic":
      return command.side === side ? withdrawn(state, command.keepsAmount ?? false) : state;
    case "lock":
      return command.side === side ? { ...state, locked: command.locked } : state;
    case "revert":
      return command.side === side ? reverted(state) : state;
    case "evaluate":
      return state;
  }
}

/**
 * Whether the facts are asked about a side. An untouched side keeps its amount, so that edits of rules and terms never
 * reach past conversions. A locked side waits for a person.
 */
function asksFacts(call: CallState, wanted: CallState, side: Side, command: Command): boolean {
  if (command.kind === "evaluate") return !wanted[side].locked;
  if (command.kind === "returnToAutomatic" && command.side === side) return true;
  const [before, after] = [call[side], wanted[side]];
  return before.decision !== after.decision || before.converted !== after.converted || before.partyId !== after.partyId;
}

/** The facts only price an explicit update; an evaluation also converts. */
function evaluatedSides(
  wanted: CallState,
  command: Command,
  verdicts: Verdicts,
  { stopped }: DecisionContext,
  now: Date,
): CallState {
  const evaluate = (side: Side): SideState => {
    const asked = command.kind === "evaluate" || (command.kind === "returnToAutomatic" && command.side === side);
    if (!asked || !isOpenToFacts(wanted[side])) return wanted[side];
    const verdict = verdicts[side] ?? null;
    const isStopped = stopped?.has(side) === true;
    const marked = mark(wanted[side], isStopped);
    return verdict === null || isStopped ? marked : byVerdict(marked, verdict, now);
  };
  return { ...wanted, buyer: evaluate("buyer"), offer: evaluate("offer") };
}

function mark(state: SideState, stoppedByCap: boolean): SideState {
  return state.stoppedByCap === stoppedByCap ? state : { ...state, stoppedByCap };
}

/** Applies the verdict even if an earlier one differed, so the order in which facts arrive does not matter. */
function byVerdict(state: SideState, verdict: SideVerdict, now: Date): SideState {
  const { decision } = state;
  const { mechanism, ruleId = null } = verdict;
  const same = state.converted && decision?.mechanism === mechanism && decision.ruleId === ruleId;
  if (same) return state;
  return { ...state, converted: true, decision: { mechanism, explicit: false, decidedAt: now, ruleId, version: null } };
}

function stated(state: SideState, side: Side, update: Update, now: Date): SideState {
  const named = update[side];
  if (!named) return state;
  const statedAt = update.occurredAt ?? now;
  const converted = named.converted ?? state.converted;
  const partyId = named.partyId ?? state.partyId;
  const isSo = named.converted === undefined || (state.decision?.explicit === true && converted === state.converted);
  const decision: Decision | null = isSo
    ? state.decision
    : { mechanism: update.mechanism, explicit: true, decidedAt: now, ruleId: null, version: null };
  const bindsBuyer = side === "buyer" && comesFromBuyersSystem(update.mechanism);
  const moved: SideState = { ...state, converted, decision, partyId, stoppedByCap: state.stoppedByCap && !converted };
  const withoutAmount = withoutFormerBuyersAmount(moved, state);
  return {
    ...withoutAmount,
    statedAt: state.statedAt !== null && state.statedAt > statedAt ? state.statedAt : statedAt,
    ...(named.amountMinor !== undefined && withStated(withoutAmount, named.amountMinor, bindsBuyer)),
  };
}

/** An amount that a buyer's system repeats stays the company's amount. */
function withStated(
  state: SideState,
  amountMinor: bigint,
  bindsBuyer: boolean,
): Pick<SideState, "amountMinor" | "amountFrom"> {
  const isRepeated = state.amountFrom === "stated" && state.amountMinor === amountMinor;
  return { amountMinor, amountFrom: bindsBuyer && !isRepeated ? "stated_by_buyer" : "stated" };
}

/** An amount stated by one buyer's systems does not bind the next buyer. */
function withoutFormerBuyersAmount(moved: SideState, before: SideState): SideState {
  if (moved.partyId === before.partyId || moved.amountFrom !== "stated_by_buyer") return moved;
  return { ...moved, amountMinor: 0n, amountFrom: null };
}

function filled(state: SideState, side: Side, { facts }: AddFacts): SideState {
  if (facts.kind !== "fill" || state.partyId !== null) return state;
  const partyId = side === "buyer" ? facts.buyerId : facts.trafficSourceId;
  return partyId === null ? state : { ...state, partyId };
}

/** The side as if no explicit update had been made. */
function withdrawn(state: SideState, keepsAmount: boolean): SideState {
  const amount = isStated(state) && !keepsAmount ? { amountMinor: 0n, amountFrom: null } : {};
  const open = { ...state, ...amount, statedAt: null, locked: false };
  return state.decision?.explicit ? { ...open, converted: false, decision: null } : open;
}

/** Reverts only what the facts decided. Explicit or locked sides have to be changed by an update. */
function reverted(state: SideState): SideState {
  if (state.locked || !standsByFacts(state)) return state;
  return { ...state, converted: false, decision: null };
}

/** An undecided offer side follows the buyer side both ways. */
function following(offer: SideState, buyer: SideState, context: DecisionContext, now: Date): SideState {
  const undecided = offer.decision === null || offer.decision.mechanism === "follows_buyer";
  const converted = buyer.converted && offer.partyId !== null;
  if (!context.offerFollowsBuyer || !undecided || offer.locked || converted === offer.converted) return offer;
  if (context.stopped?.has("offer")) return mark(offer, true);
  return {
    ...offer,
    converted,
    decision: { mechanism: "follows_buyer", explicit: false, decidedAt: now, ruleId: null, version: null },
  };
}

function partyErrors(state: SideState, side: Side, context: DecisionContext): FieldErrors {
  const accounts = side === "buyer" ? context.buyerAccounts : context.sourceAccounts;
  const field = side === "buyer" ? "buyer_id" : "traffic_source_id";
  const party = side === "buyer" ? "buyer" : "traffic source";
  if (state.partyId !== null && !accounts.has(state.partyId)) {
    return { [field]: `There is no ${party} ${state.partyId} in this company. Choose another one.` };
  }
  if (state.converted && state.partyId === null) {
    return { [field]: `Choose a ${party}: a converted call needs one.` };
  }
  return {};
}

/** The rule that decided or priced each side. */
function rulesOf(next: CallState, verdicts: Verdicts): RulesOfChange {
  const ruleOf = (side: Side) => {
    const usesRule = next[side].decision?.mechanism === "rule" || next[side].amountFrom === "rule";
    return usesRule ? (verdicts[side]?.ruleId ?? null) : null;
  };
  return { buyer: ruleOf("buyer"), offer: ruleOf("offer") };
}

function sameStanding(before: CallState, after: CallState): boolean {
  return SIDES.every((side) => sameSide(before[side], after[side]));
}

/** Whether the fields that are saved without a log line are equal. */
function sameMarks(before: CallState, after: CallState): boolean {
  if (before.payoutTermsId !== after.payoutTermsId) return false;
  return SIDES.every(
    (side) =>
      before[side].statedAt === after[side].statedAt &&
      before[side].stoppedByCap === after[side].stoppedByCap &&
      before[side].amountFrom === after[side].amountFrom,
  );
}

function sameSide(before: SideState, after: SideState): boolean {
  return (
    before.converted === after.converted &&
    before.decision === after.decision &&
    before.locked === after.locked &&
    before.partyId === after.partyId &&
    before.amountMinor === after.amountMinor &&
    (before.amountFrom === after.amountFrom || (isStated(before) && isStated(after)))
  );
}
