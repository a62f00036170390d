import type { CallState, SideState } from "@/lib/call/domain/call-state";
import { standing } from "@/lib/call/domain/call-state";

/** A charge or payout that begins: minor units on the account of a buyer or traffic source. */
type Opening = { readonly accountId: number; readonly amountMinor: bigint };

/** The rule that decided or priced each side in a change, by the evaluation of that change; null for none. */
export type RulesOfChange = { readonly buyer: number | null; readonly offer: number | null };

/**
 * One save and what it means for billing. `closes…` is the version whose charge or payout ends, `opens…` what begins;
 * both are set exactly when the standing amount or party differs before and after.
 */
export type CallChange = {
  readonly before: CallState;
  readonly after: CallState;
  readonly closesCharge: number | null;
  readonly opensCharge: Opening | null;
  readonly closesPayout: number | null;
  readonly opensPayout: Opening | null;
  readonly rules: RulesOfChange;
};

export type Accounts = {
  readonly buyerAccounts: ReadonlyMap<number, number>;
  readonly sourceAccounts: ReadonlyMap<number, number>;
};

/**
 * The change from one state to the next. Increases the version and records which version opened the standing amounts.
 */
export function billingOf(before: CallState, next: CallState, accounts: Accounts, rules: RulesOfChange): CallChange {
  const version = before.version + 1;
  const charge = movement(before.buyer, next.buyer, before.chargeVersion, version, accounts.buyerAccounts);
  const payout = movement(before.offer, next.offer, before.payoutVersion, version, accounts.sourceAccounts);
  return {
    before,
    after: {
      ...next,
      version,
      buyer: decidedBy(before.buyer, next.buyer, version),
      offer: decidedBy(before.offer, next.offer, version),
      chargeVersion: charge.openedBy,
      payoutVersion: payout.openedBy,
    },
    closesCharge: charge.closes,
    opensCharge: charge.opens,
    closesPayout: payout.closes,
    opensPayout: payout.opens,
    rules,
  };
}

/** Whether a rollup posts anything for the change. */
export function isBillable(change: CallChange): boolean {
  return (
    change.closesCharge !== null ||
    change.opensCharge !== null ||
    change.closesPayout !== null ||
    change.opensPayout !== null
  );
}

function decidedBy(before: SideState, next: SideState, version: number): SideState {
  if (next.decision === null || next.decision === before.decision) return next;
  return { ...next, decision: { ...next.decision, version } };
}

function movement(
  before: SideState,
  after: SideState,
  openedBy: number | null,
  version: number,
  accounts: ReadonlyMap<number, number>,
): { closes: number | null; opens: Opening | null; openedBy: number | null } {
  const was = standing(before);
  const is = standing(after);
  if (was?.partyId === is?.partyId && was?.amountMinor === is?.amountMinor)
    return { closes: null, opens: null, openedBy };
  const accountId = is && accounts.get(is.partyId);
  const opens = is && accountId !== null && accountId !== undefined ? { accountId, amountMinor: is.amountMinor } : null;
  return { closes: openedBy, opens, openedBy: opens && version };
}
