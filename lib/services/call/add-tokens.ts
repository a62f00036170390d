import type { ConversionAnswer } from "@/lib/contracts/calls";
import { convert } from "@/lib/conversion/convert";
import type { Tokens } from "@/lib/conversion/domain/command";
import type { CallRef, ConversionRequest } from "@/lib/conversion/domain/request";
import { mechanismOfActor } from "@/lib/domain/call/mechanism";
import type { Context } from "../context";

/**
 * Sets tokens of a call, keeps its others, and decides by them. Throws `Forbidden`, `NotFound` or `Invalid`; nothing
 * is saved then.
 */
export function addTokens(ctx: Context, call: CallRef, added: { readonly tokens: Tokens }): Promise<ConversionAnswer> {
  return convert(ctx, tokensRequest(ctx, call, added));
}

export function tokensRequest(ctx: Context, call: CallRef, { tokens }: { readonly tokens: Tokens }): ConversionRequest {
  const command = { kind: "update", mechanism: mechanismOfActor(ctx.actor), tokens } as const;
  return { call, actor: ctx.actor, command, payload: { tokens } };
}
