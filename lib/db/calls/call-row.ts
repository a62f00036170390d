import type { AmountSource, CallState, Decision, SideState } from "@/lib/domain/conversion/call-state";
import type { Mechanism } from "@/lib/domain/conversion/mechanism";

/** The columns of `call` that a decision reads and writes. */
export type CallRow = {
  id: bigint;
  uuid: string;
  offer_id: bigint;
  started_at: Date;
  service_date: string;
  caller_masked: string | null;
  version: number;
  buyer_id: bigint | null;
  buyer_converted: boolean;
  buyer_mechanism: Mechanism | null;
  buyer_explicit: boolean;
  buyer_decided_at: Date | null;
  buyer_stated_at: Date | null;
  buyer_rule_id: bigint | null;
  buyer_locked: boolean;
  revenue_minor: bigint;
  revenue_from: AmountSource | null;
  traffic_source_id: bigint | null;
  offer_converted: boolean;
  offer_mechanism: Mechanism | null;
  offer_explicit: boolean;
  offer_decided_at: Date | null;
  offer_stated_at: Date | null;
  offer_rule_id: bigint | null;
  offer_locked: boolean;
  payout_minor: bigint;
  payout_from: AmountSource | null;
  payout_terms_id: bigint | null;
  charge_version: number | null;
  payout_version: number | null;
};

export function callState(row: CallRow): CallState {
  return {
    id: Number(row.id),
    version: row.version,
    offerId: Number(row.offer_id),
    startedAt: row.started_at,
    buyer: buyerSide(row),
    offer: offerSide(row),
    payoutTermsId: number(row.payout_terms_id),
    chargeVersion: row.charge_version,
    payoutVersion: row.payout_version,
  };
}

function buyerSide(row: CallRow): SideState {
  return {
    converted: row.buyer_converted,
    decision: decision(row.buyer_mechanism, row.buyer_explicit, row.buyer_decided_at, row.buyer_rule_id),
    locked: row.buyer_locked,
    partyId: number(row.buyer_id),
    amountMinor: row.revenue_minor,
    amountFrom: row.revenue_from,
    statedAt: row.buyer_stated_at,
  };
}

function offerSide(row: CallRow): SideState {
  return {
    converted: row.offer_converted,
    decision: decision(row.offer_mechanism, row.offer_explicit, row.offer_decided_at, row.offer_rule_id),
    locked: row.offer_locked,
    partyId: number(row.traffic_source_id),
    amountMinor: row.payout_minor,
    amountFrom: row.payout_from,
    statedAt: row.offer_stated_at,
  };
}

function decision(
  mechanism: Mechanism | null,
  explicit: boolean,
  decidedAt: Date | null,
  ruleId: bigint | null,
): Decision | null {
  if (mechanism === null || decidedAt === null) return null;
  return { mechanism, explicit, decidedAt, ruleId: number(ruleId) };
}

function number(id: bigint | null): number | null {
  return id === null ? null : Number(id);
}

/** The same columns as JSON for a set-based write; amounts as text, since JSON numbers are not exact. */
export function callColumns(call: CallState) {
  const { buyer, offer } = call;
  return {
    id: call.id,
    version: call.version,
    buyer_id: buyer.partyId,
    buyer_converted: buyer.converted,
    buyer_mechanism: buyer.decision?.mechanism ?? null,
    buyer_explicit: buyer.decision?.explicit ?? false,
    buyer_decided_at: buyer.decision?.decidedAt ?? null,
    buyer_stated_at: buyer.statedAt,
    buyer_rule_id: buyer.decision?.ruleId ?? null,
    buyer_locked: buyer.locked,
    revenue_minor: buyer.amountMinor.toString(),
    revenue_from: buyer.amountFrom,
    traffic_source_id: offer.partyId,
    offer_converted: offer.converted,
    offer_mechanism: offer.decision?.mechanism ?? null,
    offer_explicit: offer.decision?.explicit ?? false,
    offer_decided_at: offer.decision?.decidedAt ?? null,
    offer_stated_at: offer.statedAt,
    offer_rule_id: offer.decision?.ruleId ?? null,
    offer_locked: offer.locked,
    payout_minor: offer.amountMinor.toString(),
    payout_from: offer.amountFrom,
    payout_terms_id: call.payoutTermsId,
    charge_version: call.chargeVersion,
    payout_version: call.payoutVersion,
  };
}
