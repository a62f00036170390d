import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { formatMoney } from "@/lib/base/money";
import { type CallState, type Side, standing } from "@/lib/call/domain/call-state";
import type { Plan } from "@/lib/conversion/domain/plan";

/** Sums what plans change. */
export class EvaluatedTotals {
  private calls = 0;
  private changed = 0;
  private proposed = 0;
  /** The net change of billed amounts, in minor units. */
  private readonly gained = { buyer: 0n, offer: 0n };

  add({ outcomes, changes, inbox }: Plan): void {
    this.calls += outcomes.length;
    this.changed += outcomes.filter((outcome) => outcome.ok && outcome.changed).length;
    this.proposed += inbox.length;
    for (const { change } of changes) {
      for (const side of ["buyer", "offer"] as const) {
        this.gained[side] += standingAmount(change.after, side) - standingAmount(change.before, side);
      }
    }
  }

  shownTo({ actor, company }: Context) {
    const { calls, changed, proposed, gained } = this;
    const { currency, decimals } = company;
    return {
      calls,
      changed,
      proposed,
      currency,
      ...(may(actor.access, "read", "call.revenue") && { revenue: formatMoney(gained.buyer, decimals) }),
      ...(may(actor.access, "read", "call.payout") && { payout: formatMoney(gained.offer, decimals) }),
    };
  }
}

function standingAmount(call: CallState, side: Side): bigint {
  return standing(call[side])?.amountMinor ?? 0n;
}
