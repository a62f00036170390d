import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import type { ConversionAnswer } from "@/lib/call/contract/call";
import { amountWarnings } from "@/lib/call/domain/amount-warnings";
import type { Side } from "@/lib/call/domain/call-state";
import { presentCall } from "@/lib/call/present-call";
import type { CallView, SideView } from "@/lib/call/sql/call-view";
import type { Outcome } from "./domain/request";

export type Converted = Extract<Outcome, { ok: true }> & { readonly call: CallView };

/** The result of an update, with the fields that its actor may read. */
export function conversionAnswer(ctx: Pick<Context, "company" | "actor">, converted: Converted): ConversionAnswer {
  const warnings = warningsOf(ctx, converted.call.sides);
  return {
    status: 200,
    changed: converted.changed,
    ...(converted.held.length > 0 && { held: true as const }),
    ...(converted.repeated && { repeated: true as const }),
    ...(converted.older.length > 0 && { superseded: true as const }),
    call: presentCall(ctx, converted.call),
    ...(warnings.length > 0 && { warnings }),
  };
}

type Standing = Readonly<Record<Side, Pick<SideView, "converted" | "amountMinor">>>;

/** Legal but unusual amounts, only for readers who may see amounts. */
export function warningsOf({ actor }: Pick<Context, "actor">, { buyer, offer }: Standing): string[] {
  const isZero = (area: "call.revenue" | "call.payout", minor: bigint) =>
    may(actor.access, "read", area) ? minor === 0n : undefined;
  return amountWarnings(
    { converted: buyer.converted, isZero: isZero("call.revenue", buyer.amountMinor) },
    { converted: offer.converted, isZero: isZero("call.payout", offer.amountMinor) },
  );
}
