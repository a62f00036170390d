import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import type { ConversionAnswer } from "@/lib/call/contract/call";
import type { CallRef } from "@/lib/call/domain/call-ref";
import type { Side } from "@/lib/call/domain/call-state";
import { AMOUNT } from "@/lib/call/domain/pricing-tokens";
import { convert } from "./convert";
import type { Command } from "./domain/command";
import type { ConversionRequest } from "./domain/request";

type SideOf = { readonly side: Side; readonly version?: number | undefined };

/**
 * Withdraws the explicit update of a side and its lock, and decides by the facts alone. The stated amount is withdrawn
 * too, unless the actor may not change amounts.
 */
export function returnToAutomatic(ctx: Context, call: CallRef, of: SideOf): Promise<ConversionAnswer> {
  return convert(ctx, automaticRequest(ctx, call, of));
}

/** Locks a side, so that updates from outside wait in the inbox, or unlocks it. */
export function lockSide(
  ctx: Context,
  call: CallRef,
  of: SideOf & { readonly locked: boolean },
): Promise<ConversionAnswer> {
  return convert(ctx, lockRequest(ctx, call, of));
}

export function automaticRequest(ctx: Context, call: CallRef, { side, version }: SideOf): ConversionRequest {
  const keepsAmount = !may(ctx.actor.access, "update", AMOUNT[side]);
  return requestFor(ctx, call, { kind: "returnToAutomatic", side, keepsAmount }, version);
}

export function lockRequest(
  ctx: Context,
  call: CallRef,
  { side, locked, version }: SideOf & { readonly locked: boolean },
): ConversionRequest {
  return requestFor(ctx, call, { kind: "lock", side, locked }, version);
}

function requestFor(ctx: Context, call: CallRef, command: Command, version: number | undefined): ConversionRequest {
  return { call, actor: ctx.actor, command, ...(version !== undefined && { expectedVersion: version }) };
}
