import type { ConversionAnswer, ConversionUpdate } from "@/lib/contracts/calls";
import type { Statement } from "@/lib/conversion/domain/command";
import { liesInFuture } from "@/lib/domain/call/call-times";
import { mechanismOfActor } from "@/lib/domain/call/mechanism";
import { type FieldErrors, Invalid } from "@/lib/domain/errors";
import { parseMoney } from "@/lib/domain/ledger/money";
import type { Context } from "../context";
import type { CallRef } from "../conversion/conversion-request";
import { convert } from "../conversion/convert";

/**
 * Sets or takes back conversions of one call, moves it, states amounts, sets tokens: whatever the update names.
 * Throws `Forbidden`, `NotFound`, `Invalid` or `StaleCall`; nothing is saved then.
 */
export function updateCall(ctx: Context, call: CallRef, update: ConversionUpdate): Promise<ConversionAnswer> {
  const wish = statementOf(ctx, update);
  return convert(ctx, {
    call,
    actor: ctx.actor,
    wish,
    ...(update.version === undefined ? {} : { expectedVersion: update.version }),
    ...(update.reason === undefined ? {} : { reason: update.reason }),
    ...(update.tokens === undefined ? {} : { tokens: update.tokens }),
    payload: update,
  });
}

/** What an update says, by the actor of the context. Throws `Invalid`. */
export function statementOf(ctx: Context, update: ConversionUpdate): Statement {
  const errors: Record<string, string> = {};
  const amount = (field: "revenue" | "payout") => money(ctx, update, field, errors);
  const buyer = said({
    converted: update.buyer_converted,
    partyId: update.buyer_id,
    amountMinor: amount("revenue"),
  });
  const offer = said({
    converted: update.offer_converted,
    partyId: update.traffic_source_id,
    amountMinor: amount("payout"),
  });
  if (update.occurred_at && liesInFuture(update.occurred_at, ctx.now())) {
    errors.occurred_at = "This time lies in the future. Say when it became so.";
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  return {
    kind: "statement",
    mechanism: mechanismOfActor(ctx.actor),
    ...(buyer && { buyer }),
    ...(offer && { offer }),
    ...(update.event_id !== undefined && { eventId: update.event_id }),
    ...(update.occurred_at && { occurredAt: update.occurred_at }),
  };
}

function said<T extends object>(side: T): T | null {
  const named = Object.entries(side).filter(([, value]) => value !== undefined);
  return named.length === 0 ? null : (Object.fromEntries(named) as T);
}

function money(
  { company }: Context,
  update: ConversionUpdate,
  field: "revenue" | "payout",
  errors: FieldErrors & Record<string, string>,
): bigint | undefined {
  const text = update[field];
  if (text === undefined) return undefined;
  const minor = parseMoney(text, company.decimals);
  if (minor !== null) return minor;
  errors[field] =
    company.decimals === 0
      ? `${company.currency} has no decimals: write a whole amount such as 10.`
      : `${company.currency} has ${company.decimals} decimals: write an amount such as ${"10.5".padEnd(3 + company.decimals, "0")}.`;
  return undefined;
}
