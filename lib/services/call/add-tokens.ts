import type { ConversionAnswer } from "@/lib/contracts/calls";
import { mechanismOfActor } from "@/lib/domain/call/mechanism";
import type { Context } from "../context";
import type { CallRef } from "../conversion/conversion-request";
import { convert } from "../conversion/convert";

/**
 * Sets tokens of a call, keeps its others, and decides by them. Throws `Forbidden`, `NotFound` or `Invalid`; nothing
 * is saved then.
 */
export function addTokens(
  ctx: Context,
  call: CallRef,
  { tokens }: { readonly tokens: Readonly<Record<string, string>> },
): Promise<ConversionAnswer> {
  const wish = { kind: "statement", mechanism: mechanismOfActor(ctx.actor) } as const;
  return convert(ctx, { call, actor: ctx.actor, wish, tokens, payload: { tokens } });
}
