import type { Context } from "@/lib/access/context";
import { type Access, type Area, may } from "@/lib/access/domain/access";
import { presentActor } from "@/lib/access/present-actor";
import { formatMoney } from "@/lib/base/money";
import type { Call } from "./contract/call";
import type { Side } from "./domain/call-state";
import { visibleTokens } from "./domain/pricing-tokens";
import type { CallView, SideView } from "./sql/call-view";

/** A call as this actor may see it: hidden fields are absent, not empty. `over` are the sides over a cap. */
export function presentCall(
  { company, actor }: Pick<Context, "company" | "actor">,
  view: CallView,
  over: readonly Side[] = [],
): Call {
  const overCap = over.filter((side) => may(actor.access, "read", `call.${side}_converted`));
  const when = fieldsOf(actor.access);
  const { buyer, offer } = view.sides;
  const amount = ({ amountMinor }: SideView) => formatMoney(amountMinor, company.decimals);
  return {
    id: view.id,
    uuid: view.uuid,
    version: view.version,
    currency: company.currency,
    offer: view.offer,
    buyer: buyer.party,
    started_at: view.startedAt.toISOString(),
    answered_at: view.answeredAt?.toISOString() ?? null,
    ended_at: view.endedAt?.toISOString() ?? null,
    duration_seconds: view.durationSeconds,
    connected_seconds: view.connectedSeconds,
    ...when("call.details", {
      external_id: view.externalId,
      caller: view.caller,
      traffic_source: offer.party,
      recording_url: view.recordingUrl,
      tokens: visibleTokens(actor.access, view.pricingTokens, view.tokens),
    }),
    ...when("call.buyer_converted", {
      buyer_converted: buyer.converted,
      buyer_locked: buyer.locked,
      buyer_decision: presentDecision(buyer, actor.access),
    }),
    ...when("call.offer_converted", {
      offer_converted: offer.converted,
      offer_locked: offer.locked,
      offer_decision: presentDecision(offer, actor.access),
    }),
    ...(overCap.length > 0 && { over_cap: overCap }),
    ...when("call.revenue", { revenue: amount(buyer) }),
    ...when("call.payout", { payout: amount(offer) }),
  };
}

function fieldsOf(access: Access) {
  return <Fields extends object>(area: Area, fields: Fields): Partial<Fields> =>
    may(access, "read", area) ? fields : {};
}

/** Only readers of call details see who decided, and by which rule. */
function presentDecision({ decision, locked, decider }: SideView, access: Access): Call["buyer_decision"] {
  if (!decision) return null;
  const seesWho = may(access, "read", "call.details");
  return {
    mechanism: decision.mechanism,
    explicit: decision.explicit,
    locked,
    decided_at: decision.decidedAt.toISOString(),
    rule: decision.ruleId === null ? null : { id: decision.ruleId, name: seesWho ? (decider?.ruleName ?? null) : null },
    ...(seesWho && { by: decider && presentActor(decider.by) }),
  };
}
