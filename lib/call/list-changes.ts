import type { Context } from "@/lib/access/context";
import { type Area, may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { presentActor } from "@/lib/access/present-actor";
import { NotFound } from "@/lib/base/errors";
import { formatMoney } from "@/lib/base/money";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { Change, ChangeList, TokenChange } from "./contract/change";
import type { CallRef } from "./domain/call-ref";
import { mayReadToken, type PricingTokens } from "./domain/pricing-tokens";
import { findCallId } from "./sql/find-call";
import { type ChangeView, listCallChanges } from "./sql/list-changes";
import { listTokenChanges, type TokenChangeView } from "./sql/list-token-changes";
import { readPricingTokens } from "./sql/pricing-tokens";

/**
 * The changes of a call and its tokens, newest first, as far as the actor may read them. Throws `Forbidden` or
 * `NotFound`.
 */
export async function listChanges(ctx: Context, ref: CallRef): Promise<Omit<ChangeList, "status">> {
  permit(ctx.actor, "read", "calls");
  return readInCompanySql(ctx.company.id, async (tx) => {
    const id = await findCallId(tx, ref);
    if (id === null) throw new NotFound();
    const [changes, tokenChanges] = await Promise.all([listCallChanges(tx, id), tokenChangesOf(tx, ctx, id)]);
    return { changes: changes.map((view) => presentChange(ctx, view)), ...tokenChanges };
  });
}

async function tokenChangesOf(tx: SqlTx, ctx: Context, callId: number): Promise<Pick<ChangeList, "token_changes">> {
  if (!may(ctx.actor.access, "read", "call.details")) return {};
  const [pricing, views] = await Promise.all([readPricingTokens(tx), listTokenChanges(tx, callId)]);
  return { token_changes: views.flatMap((view) => presentTokenChange(ctx, view, pricing)) };
}

function presentTokenChange({ actor }: Context, view: TokenChangeView, pricing: PricingTokens): TokenChange[] {
  return Object.entries(view.tokens)
    .filter(([name]) => mayReadToken(actor.access, pricing, name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { from, to }]) => ({
      changed_at: view.changedAt.toISOString(),
      actor: presentActor({ type: view.actorType, name: view.actorName }),
      mechanism: view.mechanism,
      name,
      from,
      to,
    }));
}

function presentChange({ actor, company }: Context, view: ChangeView): Change {
  const reads = (area: Area) => may(actor.access, "read", area);
  const amount = (moved: { from: bigint; to: bigint }) => ({
    from: formatMoney(moved.from, company.decimals),
    to: formatMoney(moved.to, company.decimals),
  });
  return {
    version: view.version,
    changed_at: view.changedAt.toISOString(),
    occurred_at: view.occurredAt?.toISOString() ?? null,
    mechanism: view.mechanism,
    actor: presentActor({ type: view.actorType, name: view.actorName }),
    ...(reads("call.details") && { reason: view.reason }),
    ...(reads("call.buyer_converted") && {
      ...where("buyer_converted", view.buyerConverted),
      ...where("buyer_decided", view.buyerMechanism),
      ...where("buyer_locked", view.buyerLocked),
      ...(view.buyer.from?.id !== view.buyer.to?.id && { buyer: view.buyer }),
      ...(view.buyerRule && { buyer_rule: view.buyerRule }),
      ...(view.buyerEvaluation !== null && { buyer_evaluation: view.buyerEvaluation }),
    }),
    ...(reads("call.offer_converted") && {
      ...where("offer_converted", view.offerConverted),
      ...where("offer_decided", view.offerMechanism),
      ...where("offer_locked", view.offerLocked),
      ...(view.offerRule && { offer_rule: view.offerRule }),
      ...(view.offerEvaluation !== null && { offer_evaluation: view.offerEvaluation }),
    }),
    ...(reads("call.details") &&
      view.trafficSource.from?.id !== view.trafficSource.to?.id && { traffic_source: view.trafficSource }),
    ...(reads("call.revenue") &&
      view.revenueMinor.from !== view.revenueMinor.to && { revenue: amount(view.revenueMinor) }),
    ...(reads("call.payout") && view.payoutMinor.from !== view.payoutMinor.to && { payout: amount(view.payoutMinor) }),
  };
}

function where<Name extends string, T>(name: Name, moved: { from: T; to: T }) {
  return moved.from === moved.to ? {} : ({ [name]: moved } as { [name in Name]: { from: T; to: T } });
}
