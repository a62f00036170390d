import type { Context } from "@/lib/access/context";
import type { ConversionAnswer } from "@/lib/call/contract/call";
import type { CallRef } from "@/lib/call/domain/call-ref";
import { mechanismOfActor } from "@/lib/call/domain/mechanism";
import { convert } from "./convert";
import type { Tokens } from "./domain/command";
import type { ConversionRequest } from "./domain/request";

/**
 * Sets tokens of a call and evaluates it. Other tokens are unchanged. Throws `Forbidden`, `NotFound` or `Invalid`;
 * nothing is saved then.
 */
export function addTokens(ctx: Context, call: CallRef, added: { readonly tokens: Tokens }): Promise<ConversionAnswer> {
  return convert(ctx, tokensRequest(ctx, call, added));
}

export function tokensRequest(ctx: Context, call: CallRef, { tokens }: { readonly tokens: Tokens }): ConversionRequest {
  const command = { kind: "update", mechanism: mechanismOfActor(ctx.actor), tokens } as const;
  return { call, actor: ctx.actor, command, payload: { tokens } };
}
