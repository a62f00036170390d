import type { Change } from "@/lib/contracts/changes";
import type { CallRef } from "@/lib/conversion/domain/request";
import { findCallId } from "@/lib/db/calls/find-call";
import { type ChangeView, listCallChanges } from "@/lib/db/calls/list-changes";
import { readInCompany } from "@/lib/db/in-company";
import { may } from "@/lib/domain/access/access";
import { NotFound } from "@/lib/domain/errors";
import { formatMoney } from "@/lib/domain/ledger/money";
import { permit } from "../access/permit";
import type { Context } from "../context";

/** The log of a call, newest first: of each save what it altered and the actor may read. */
export async function listChanges(ctx: Context, ref: CallRef): Promise<Change[]> {
  permit(ctx.actor, "read", "calls");
  const views = await readInCompany(ctx.company.id, async (tx) => {
    const id = await findCallId(tx, ref);
    return id === null ? null : listCallChanges(tx, id);
  });
  if (!views) throw new NotFound();
  return views.map((view) => presentChange(ctx, view));
}

function presentChange({ actor, company }: Context, view: ChangeView): Change {
  const reads = (area: Parameters<typeof may>[2]) => may(actor.access, "read", area);
  const amount = (moved: { from: bigint; to: bigint }) => ({
    from: formatMoney(moved.from, company.decimals),
    to: formatMoney(moved.to, company.decimals),
  });
  return {
    version: view.version,
    changed_at: view.changedAt.toISOString(),
    occurred_at: view.occurredAt?.toISOString() ?? null,
    mechanism: view.mechanism,
    actor: { type: view.actorType, name: view.actorName ?? ACTOR_NAMES[view.actorType] ?? view.actorType },
    ...(reads("call.details") && { reason: view.reason }),
    ...(reads("call.buyer_converted") && {
      ...where("buyer_converted", view.buyerConverted),
      ...where("buyer_decided", view.buyerMechanism),
      ...where("buyer_locked", view.buyerLocked),
      ...(view.buyer.from?.id !== view.buyer.to?.id && { buyer: view.buyer }),
    }),
    ...(reads("call.offer_converted") && {
      ...where("offer_converted", view.offerConverted),
      ...where("offer_decided", view.offerMechanism),
      ...where("offer_locked", view.offerLocked),
    }),
    ...(reads("call.details") &&
      view.trafficSource.from?.id !== view.trafficSource.to?.id && { traffic_source: view.trafficSource }),
    ...(reads("call.revenue") &&
      view.revenueMinor.from !== view.revenueMinor.to && { revenue: amount(view.revenueMinor) }),
    ...(reads("call.payout") && view.payoutMinor.from !== view.payoutMinor.to && { payout: amount(view.payoutMinor) }),
  };
}

const ACTOR_NAMES: Readonly<Record<string, string>> = { system: "Callmark" };

function where<Name extends string, T>(name: Name, moved: { from: T; to: T }) {
  return moved.from === moved.to ? {} : ({ [name]: moved } as { [name in Name]: { from: T; to: T } });
}
