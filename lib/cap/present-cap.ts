import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import type { CapUse, Cap as PresentedCap } from "./contract";
import { limitText } from "./domain/cap-text";
import { windowOf } from "./domain/cap-window";
import type { CapView } from "./sql/list-caps";
import type { MeasuredUse } from "./sql/measure-caps";

const FIELD = { buyer: "call.revenue", offer: "call.payout" } as const;

/** Usage of a cap as this actor may see it: a sum of amounts needs the permission of the amount. */
export function presentUse(ctx: Context, cap: CapView, measured: MeasuredUse | undefined): CapUse {
  const { used, running } = measured ?? { used: 0n, running: 0 };
  const isMoney = cap.measure === "revenue";
  const left = cap.limit - used - (isMoney ? 0n : BigInt(running));
  const text = (amount: bigint) => limitText({ measure: cap.measure, limit: amount }, ctx.company.decimals);
  const seesAmounts = !isMoney || may(ctx.actor.access, "read", FIELD[cap.side]);
  return {
    id: cap.id,
    offer: cap.offer,
    measure: cap.measure,
    span: cap.span,
    ...(seesAmounts && { used: text(used), limit: text(cap.limit), remaining: text(left > 0n ? left : 0n) }),
    running,
    used_up: left <= 0n,
    over: used > cap.limit,
    resets_at: windowOf(cap.span, cap.timeZone, ctx.now()).end?.toISOString() ?? null,
    stops_automatic: cap.stopsAutomatic,
  };
}

export function presentCap(ctx: Context, cap: CapView, measured: MeasuredUse | undefined): PresentedCap {
  return {
    ...presentUse(ctx, cap, measured),
    time_zone: cap.timeZone,
    created_at: cap.createdAt.toISOString(),
    withdrawn_at: cap.withdrawnAt?.toISOString() ?? null,
    by: cap.by,
  };
}
