import type { Context } from "@/lib/access/context";
import type { ConversionAnswer, ConversionUpdate } from "@/lib/call/contract/call";
import type { CallRef } from "@/lib/call/domain/call-ref";
import { convert } from "./convert";
import type { ConversionRequest } from "./domain/request";
import { addsToAmounts, requireKeyForAdditions } from "./require-key-for-additions";
import { updateCommand } from "./update-command";

/**
 * Updates one call: conversions, parties, amounts, tokens. Throws `Forbidden`, `NotFound`, `Invalid` or `StaleCall`;
 * nothing is saved then.
 */
export async function updateCall(ctx: Context, call: CallRef, update: ConversionUpdate): Promise<ConversionAnswer> {
  const request = updateRequest(ctx, call, update);
  await requireKeyForAdditions(ctx, addsToAmounts(update));
  return convert(ctx, request);
}

/** Throws `Invalid`. */
export function updateRequest(ctx: Context, call: CallRef, update: ConversionUpdate): ConversionRequest {
  return {
    call,
    actor: ctx.actor,
    command: updateCommand(ctx, update),
    ...(update.version !== undefined && { expectedVersion: update.version }),
    ...(update.reason !== undefined && { reason: update.reason }),
    payload: update,
  };
}
