import type { ConversionAnswer } from "@/lib/contracts/calls";
import type { CallView } from "@/lib/db/calls/call-view";
import { may } from "@/lib/domain/access/access";
import { StaleVersion } from "@/lib/domain/errors";
import { presentCall } from "../call/present-call";
import type { Context } from "../context";
import type { ConversionRequest } from "./conversion-request";
import { StaleCall } from "./stale-call";
import { submitConversion } from "./submit-conversion";

/** One conversion request, answered as its actor may read it. */
export async function convert(ctx: Context, request: ConversionRequest): Promise<ConversionAnswer> {
  const outcome = await submitConversion(ctx, request);
  if (!outcome.ok) {
    throw outcome.error instanceof StaleVersion
      ? await StaleCall.since(ctx, request.call, outcome.error)
      : outcome.error;
  }
  const warnings = warningsOf(ctx, outcome.call);
  return {
    status: 200,
    changed: outcome.changed,
    ...(outcome.held.length > 0 && { held: true }),
    ...(outcome.repeated && { repeated: true }),
    ...(outcome.older.length > 0 && { superseded: true }),
    call: presentCall(ctx, outcome.call),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** Legal, but seldom meant. Only for those who may see the amounts. */
function warningsOf({ actor }: Context, call: CallView): string[] {
  const seesRevenue = may(actor.access, "read", "call.revenue");
  const seesPayout = may(actor.access, "read", "call.payout");
  return [
    ...(seesRevenue && call.buyerConverted && call.revenueMinor === 0n
      ? ["Converted at 0.00: the buyer is not charged."]
      : []),
    ...(seesRevenue && seesPayout && call.offerConverted && call.payoutMinor > 0n && !charged(call)
      ? ["Payout without revenue: the traffic source is paid and no buyer is charged."]
      : []),
  ];
}

function charged(call: CallView): boolean {
  return call.buyerConverted && call.revenueMinor > 0n;
}
