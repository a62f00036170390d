import type { ConversionAnswer } from "@/lib/contracts/calls";
import type { Wish } from "@/lib/conversion/domain/command";
import { AMOUNT } from "@/lib/conversion/domain/needed-permissions";
import { may } from "@/lib/domain/access/access";
import type { Side } from "@/lib/domain/call/call-state";
import type { Context } from "../context";
import type { CallRef } from "../conversion/conversion-request";
import { convert } from "../conversion/convert";

type SideOf = { readonly side: Side; readonly version?: number | undefined };

/**
 * Withdraws what was said about a side, and its lock; what the facts alone say stands again. A stated amount goes with
 * it, unless the actor may not change amounts: then it stays.
 */
export function returnToAutomatic(ctx: Context, call: CallRef, { side, version }: SideOf): Promise<ConversionAnswer> {
  const keepsAmount = !may(ctx.actor.access, "update", AMOUNT[side]);
  return wishFor(ctx, call, { kind: "automatic", side, keepsAmount }, version);
}

/** Holds a side against statements from outside, which then wait in the inbox, or lets them through again. */
export function lockSide(
  ctx: Context,
  call: CallRef,
  { side, locked, version }: SideOf & { readonly locked: boolean },
): Promise<ConversionAnswer> {
  return wishFor(ctx, call, { kind: "lock", side, locked }, version);
}

function wishFor(ctx: Context, call: CallRef, wish: Wish, version: number | undefined): Promise<ConversionAnswer> {
  return convert(ctx, { call, actor: ctx.actor, wish, ...(version === undefined ? {} : { expectedVersion: version }) });
}
