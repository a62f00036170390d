import type { FieldErrors } from "../errors";
import { billingOf, type CallChange } from "./billing";
import type { CallState, Decision, Side, SideState } from "./call-state";
import { standing } from "./call-state";
import { comesFromOutside } from "./mechanism";
import { amountBy, type TermsBook } from "./terms";
import type { SideStatement, SideVerdict, Statement, Wish } from "./wish";

/** What is known beside the call: the company's parties that are named, prices, and the settings in force when the call started. */
export type Surroundings = {
  readonly buyerAccounts: ReadonlyMap<number, number>;
  readonly sourceAccounts: ReadonlyMap<number, number>;
  readonly terms: TermsBook;
  readonly offerFollowsBuyer: boolean;
  /** This very statement was received before. */
  readonly repeated: boolean;
  /** Sides that no automatic mechanism may convert: a cap is used up. */
  readonly stopped?: ReadonlySet<Side>;
};

export type Decided =
  | { readonly ok: false; readonly errors: FieldErrors }
  | {
      readonly ok: true;
      /** The very same object where nothing at all is to be written. */
      readonly call: CallState;
      /** What is to be logged and billed; null when everything was so already. */
      readonly change: CallChange | null;
      /** Sides whose part of the statement went to the inbox, because the side is locked. */
      readonly held: readonly Side[];
      /** Sides that a newer statement had already spoken about. */
      readonly older: readonly Side[];
      readonly repeated: boolean;
    };

type Price = Pick<SideState, "amountMinor" | "amountFrom">;

const NOTHING: Price = { amountMinor: 0n, amountFrom: null };
const SIDES = ["buyer", "offer"] as const;

/** The one decision: a call as read, a wish, what is known, the clock → the next state and the change. No input is altered. */
export function decide(call: CallState, wish: Wish, known: Surroundings, now: Date): Decided {
  if (known.repeated) return { ok: true, call, change: null, held: [], older: [], repeated: true };

  const held = wish.kind === "statement" ? sidesOf(wish).filter((side) => isHeld(call[side], wish)) : [];
  const older = wish.kind === "statement" ? sidesOf(wish).filter((side) => isOlder(call[side], wish)) : [];
  const passes = (side: Side) => !held.includes(side) && !older.includes(side);

  const isOpen = (side: Side) => !known.stopped?.has(side);
  const buyer = passes("buyer") ? wished(call.buyer, "buyer", wish, now, isOpen("buyer")) : call.buyer;
  const offer = passes("offer") ? wished(call.offer, "offer", wish, now, isOpen("offer")) : call.offer;
  const errors = { ...partyErrors(buyer, "buyer", known), ...partyErrors(offer, "offer", known) };
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  const follows = known.offerFollowsBuyer && isOpen("offer");
  const next = priced(call, buyer, follows ? following(offer, buyer, now) : offer, known.terms);
  if (!sameStanding(call, next)) {
    const change = billingOf(call, next, known);
    return { ok: true, call: change.after, change, held, older, repeated: false };
  }
  const unchanged = sameClock(call, next) ? call : next;
  return { ok: true, call: unchanged, change: null, held, older, repeated: false };
}

function sidesOf(statement: Statement): Side[] {
  return SIDES.filter((side) => statement[side] !== undefined);
}

function isHeld(side: SideState, statement: Statement): boolean {
  return side.locked && comesFromOutside(statement.mechanism);
}

function isOlder(side: SideState, { occurredAt }: Statement): boolean {
  return occurredAt !== undefined && side.statedAt !== null && occurredAt < side.statedAt;
}

/** The side as the wish alone would have it; amounts that follow from terms come after. */
function wished(state: SideState, side: Side, wish: Wish, now: Date, isOpen: boolean): SideState {
  const open = (verdict: SideVerdict | undefined) => (isOpen ? verdict : undefined);
  switch (wish.kind) {
    case "statement":
      return stated(state, wish[side], wish, now);
    case "verdict":
      return byFacts(state, open(wish.side === side ? wish : wish.also?.side === side ? wish.also : undefined), now);
    case "automatic":
      return wish.side === side ? byFacts(withdrawn(state, wish.keepsAmount ?? false), open(wish.verdict), now) : state;
    case "lock":
      return wish.side === side ? { ...state, locked: wish.locked } : state;
    case "fall":
      return wish.side === side ? fallen(state) : state;
  }
}

/** Automatic mechanisms never touch what somebody said or locked. */
function byFacts(state: SideState, verdict: SideVerdict | undefined, now: Date): SideState {
  return verdict === undefined || state.locked || state.decision?.explicit ? state : judged(state, verdict, now);
}

/** The newest verdict stands with its own amount or none, so that the order of verdicts does not decide the price. */
function judged(state: SideState, verdict: SideVerdict, now: Date): SideState {
  const { decision } = state;
  const ruleId = verdict.ruleId ?? null;
  const same = state.converted && decision?.mechanism === verdict.mechanism && decision.ruleId === ruleId;
  return {
    ...state,
    ...priceOf(verdict, state),
    converted: true,
    decision: same ? decision : { mechanism: verdict.mechanism, explicit: false, decidedAt: now, ruleId },
  };
}

function priceOf({ amountMinor }: SideVerdict, state: SideState): Price {
  if (state.amountFrom === "stated") return state;
  if (amountMinor !== undefined) return { amountMinor, amountFrom: "rule" };
  return state.amountFrom === "rule" ? NOTHING : state;
}

function stated(state: SideState, said: SideStatement | undefined, statement: Statement, now: Date): SideState {
  if (!said) return state;
  const statedAt = statement.occurredAt ?? now;
  const converted = said.converted ?? state.converted;
  const saysWhatIsSo =
    said.converted === undefined || (state.decision?.explicit === true && converted === state.converted);
  const decision: Decision | null = saysWhatIsSo
    ? state.decision
    : { mechanism: statement.mechanism, explicit: true, decidedAt: now, ruleId: null };
  return {
    ...state,
    converted,
    decision,
    partyId: said.partyId ?? state.partyId,
    statedAt: state.statedAt !== null && state.statedAt > statedAt ? state.statedAt : statedAt,
    ...(said.amountMinor === undefined ? {} : { amountMinor: said.amountMinor, amountFrom: "stated" as const }),
  };
}

/** As if nobody had said anything about this side. */
function withdrawn(state: SideState, keepsAmount: boolean): SideState {
  const amount = state.amountFrom === "stated" && !keepsAmount ? { amountMinor: 0n, amountFrom: null } : {};
  if (!state.decision?.explicit) return { ...state, ...amount, locked: false };
  return { ...state, ...amount, converted: false, decision: null, locked: false };
}

/** Only what the facts decided falls so: what somebody said, or locked, has to be taken back by name. */
function fallen(state: SideState): SideState {
  const { decision, locked } = state;
  if (locked || decision === null || decision.explicit || decision.mechanism === "follows_buyer") return state;
  return { ...state, converted: false, decision: null };
}

/** An offer side nobody has decided goes where the buyer side goes, both ways. */
function following(offer: SideState, buyer: SideState, now: Date): SideState {
  const undecided = offer.decision === null || offer.decision.mechanism === "follows_buyer";
  const converted = buyer.converted && offer.partyId !== null;
  if (!undecided || offer.locked || converted === offer.converted) return offer;
  return {
    ...offer,
    converted,
    decision: { mechanism: "follows_buyer", explicit: false, decidedAt: now, ruleId: null },
  };
}

function partyErrors(state: SideState, side: Side, known: Surroundings): FieldErrors {
  const accounts = side === "buyer" ? known.buyerAccounts : known.sourceAccounts;
  const field = side === "buyer" ? "buyer_id" : "traffic_source_id";
  const word = side === "buyer" ? "buyer" : "traffic source";
  if (state.partyId !== null && !accounts.has(state.partyId)) {
    return { [field]: `There is no ${word} ${state.partyId} in this company. Choose another one.` };
  }
  if (state.converted && state.partyId === null) {
    return { [field]: `Choose a ${word}: a converted call needs one.` };
  }
  return {};
}

/** Amounts nobody stated: by the terms when a side newly converts or moves; a percentage follows the charge for ever. */
function priced(before: CallState, buyer: SideState, offer: SideState, terms: TermsBook): CallState {
  const { offerId, startedAt } = before;
  const revenue = repriced(before.buyer, buyer, () => {
    const price = buyer.partyId === null ? null : terms.priceFor(offerId, buyer.partyId, startedAt);
    return price && { amountMinor: amountBy(price, 0n), amountFrom: "terms" as const };
  });
  const charge = standing(revenue)?.amountMinor ?? 0n;

  let payoutTermsId = before.payoutTermsId;
  let payout = repriced(before.offer, offer, () => {
    const found = offer.partyId === null ? null : terms.payoutFor(offerId, offer.partyId, startedAt);
    payoutTermsId = found?.id ?? null;
    return found && { amountMinor: amountBy(found, charge), amountFrom: "terms" as const };
  });
  const percentage = payoutTermsId === null ? null : terms.get(payoutTermsId);
  if (payout.converted && payout.amountFrom === "terms" && percentage?.percentBasisPoints != null) {
    payout = { ...payout, amountMinor: amountBy(percentage, charge) };
  }
  return { ...before, buyer: revenue, offer: payout, payoutTermsId };
}

function repriced(before: SideState, after: SideState, price: () => Price | null): SideState {
  if (after.amountFrom === "stated") return after;
  if (after.partyId !== before.partyId) return { ...after, ...((after.converted && price()) || NOTHING) };
  const withdrawn = after.amountFrom !== before.amountFrom;
  if (after.amountFrom === "rule" || !after.converted || (before.converted && !withdrawn)) return after;
  return { ...after, ...(price() ?? NOTHING) };
}

function sameStanding(before: CallState, after: CallState): boolean {
  return SIDES.every((side) => sameSide(before[side], after[side]));
}

function sameClock(before: CallState, after: CallState): boolean {
  return SIDES.every((side) => before[side].statedAt === after[side].statedAt);
}

function sameSide(before: SideState, after: SideState): boolean {
  return (
    before.converted === after.converted &&
    before.decision === after.decision &&
    before.locked === after.locked &&
    before.partyId === after.partyId &&
    before.amountMinor === after.amountMinor &&
    before.amountFrom === after.amountFrom
  );
}
