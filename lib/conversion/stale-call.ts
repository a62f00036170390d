import type { Context } from "@/lib/access/context";
import { StaleVersion } from "@/lib/base/errors";
import type { Call } from "@/lib/call/contract/call";
import type { Change } from "@/lib/call/contract/change";
import { getCall } from "@/lib/call/get-call";
import { listChanges } from "@/lib/call/list-changes";
import type { CallRef, ConversionRequest } from "./domain/request";

/** A stale save, with the current call and the changes since, as far as the actor may read them. */
export class StaleCall extends StaleVersion {
  private constructor(
    stale: StaleVersion,
    readonly call: Call,
    readonly changes: readonly Change[],
  ) {
    super(stale.expected, stale.current);
  }

  static async since(ctx: Context, ref: CallRef, stale: StaleVersion): Promise<StaleCall> {
    const [call, { changes }] = await Promise.all([getCall(ctx, ref), listChanges(ctx, ref)]);
    return new StaleCall(
      stale,
      call,
      changes.filter(({ version }) => version > stale.expected),
    );
  }
}

/** An error as its actor sees it: a stale save lists the changes since. */
export async function withChangesSince<E extends Error>(
  ctx: Context,
  { call }: Pick<ConversionRequest, "call">,
  error: E,
): Promise<E | StaleCall> {
  return error instanceof StaleVersion ? StaleCall.since(ctx, call, error) : error;
}
