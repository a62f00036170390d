import type { Context } from "@/lib/access/context";
import { StaleVersion } from "@/lib/base/errors";
import type { Call } from "@/lib/call/contract/call";
import type { Change } from "@/lib/call/contract/change";
import type { CallRef } from "@/lib/call/domain/call-ref";
import { listChanges } from "@/lib/call/list-changes";
import type { ConversionRequest } from "./domain/request";
import { getCall } from "./get-call";

/** A stale save, with the current call and the changes since, as far as the actor may read them. */
export class StaleCall extends StaleVersion {
  private constructor(
    stale: StaleVersion,
    readonly call: Call,
    readonly changes: readonly Change[],
  ) {
    super(stale.expected, stale.current);
  }

  override get members() {
    return { call: this.call, changes: this.changes };
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

/** The error as its actor may see it: a stale save lists the changes since. */
export async function withChangesSince<E extends Error>(
  ctx: Context,
  { call }: Pick<ConversionRequest, "call">,
  error: E,
): Promise<E | StaleCall> {
  return error instanceof StaleVersion ? StaleCall.since(ctx, call, error) : error;
}
