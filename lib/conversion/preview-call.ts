import type { Context } from "@/lib/access/context";
import type { ConversionUpdate } from "@/lib/call/contract/call";
import type { CallRef } from "@/lib/call/domain/call-ref";
import { tokensRequest } from "./add-tokens";
import type { DryRunAnswer } from "./contract/preview";
import type { Tokens } from "./domain/command";
import { preview } from "./preview";
import { automaticRequest, lockRequest } from "./set-side";
import { updateRequest } from "./update-call";

/** Previews what the verb of the same name would save and the next rollup post. Throws what that verb throws. */
export async function previewUpdate(ctx: Context, call: CallRef, update: ConversionUpdate): Promise<DryRunAnswer> {
  return preview(ctx, updateRequest(ctx, call, update));
}

export function previewTokens(ctx: Context, call: CallRef, added: { readonly tokens: Tokens }): Promise<DryRunAnswer> {
  return preview(ctx, tokensRequest(ctx, call, added));
}

export function previewAutomatic(
  ctx: Context,
  call: CallRef,
  of: Parameters<typeof automaticRequest>[2],
): Promise<DryRunAnswer> {
  return preview(ctx, automaticRequest(ctx, call, of));
}

export function previewLock(ctx: Context, call: CallRef, of: Parameters<typeof lockRequest>[2]): Promise<DryRunAnswer> {
  return preview(ctx, lockRequest(ctx, call, of));
}
