import { type CallState, SIDES, type Side, type SideState, standing } from "@/lib/call/domain/call-state";

/** A charge or payout that begins: minor units on the account of a buyer or traffic source. */
type Opening = { readonly accountId: number; readonly amountMinor: bigint };

/** What a change bills of a side. `closes` is the version whose charge or payout ends, `opens` what begins. */
type BilledSide = {
  readonly closes: number | null;
  readonly opens: Opening | null;
  /** The rule that decided or priced the side, from the evaluation of the change. */
  readonly ruleId: number | null;
};

/** One change and what it bills: `closes` and `opens` are set exactly when the amount or party to bill differs. */
export type CallChange = Readonly<Record<Side, BilledSide>> & {
  readonly before: CallState;
  readonly after: CallState;
};

export type RulesOfChange = Readonly<Record<Side, number | null>>;

export type Accounts = {
  readonly buyerAccounts: ReadonlyMap<number, number>;
  readonly sourceAccounts: ReadonlyMap<number, number>;
};

/**
 * The change from one state to the next. Increases the version, and records which version opened the amounts to bill.
 */
export function billingOf(before: CallState, next: CallState, accounts: Accounts, rules: RulesOfChange): CallChange {
  const version = before.version + 1;
  const buyer = movement(before.buyer, next.buyer, version, accounts.buyerAccounts);
  const offer = movement(before.offer, next.offer, version, accounts.sourceAccounts);
  return {
    before,
    after: { ...next, version, buyer: buyer.after, offer: offer.after },
    buyer: { closes: buyer.closes, opens: buyer.opens, ruleId: rules.buyer },
    offer: { closes: offer.closes, opens: offer.opens, ruleId: rules.offer },
  };
}

/** Whether a rollup posts anything for the change. */
export function isBillable(change: CallChange): boolean {
  return SIDES.some((side) => change[side].closes !== null || change[side].opens !== null);
}

type Movement = Pick<BilledSide, "closes" | "opens"> & { readonly after: SideState };

function movement(
  before: SideState,
  next: SideState,
  version: number,
  accounts: ReadonlyMap<number, number>,
): Movement {
  const was = standing(before);
  const is = standing(next);
  const decided = decidedBy(before, next, version);
  if (was?.partyId === is?.partyId && was?.amountMinor === is?.amountMinor)
    return { closes: null, opens: null, after: { ...decided, billedVersion: before.billedVersion } };
  const accountId = is && accounts.get(is.partyId);
  const opens = is && accountId !== null && accountId !== undefined ? { accountId, amountMinor: is.amountMinor } : null;
  return { closes: before.billedVersion, opens, after: { ...decided, billedVersion: opens && version } };
}

function decidedBy(before: SideState, next: SideState, version: number): SideState {
  if (next.decision === null || next.decision === before.decision) return next;
  return { ...next, decision: { ...next.decision, version } };
}
