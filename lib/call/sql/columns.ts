import type { CallFacts } from "@/lib/call/domain/add-facts";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { AmountSource, CallState, Decision, SideState } from "../domain/call-state";
import type { Segment } from "../domain/evaluation-facts";
import type { Mechanism } from "../domain/mechanism";

/** The columns of `call` that a decision reads and writes. */
export type CallRow = {
  id: bigint;
  offer_id: bigint;
  started_at: Date;
  version: number;
  buyer_id: bigint | null;
  buyer_converted: boolean;
  buyer_mechanism: Mechanism | null;
  buyer_explicit: boolean;
  buyer_decided_at: Date | null;
  buyer_decided_version: number | null;
  buyer_stated_at: Date | null;
  buyer_rule_id: bigint | null;
  buyer_locked: boolean;
  buyer_stopped_by_cap: boolean;
  revenue_minor: bigint;
  revenue_from: AmountSource | null;
  traffic_source_id: bigint | null;
  offer_converted: boolean;
  offer_mechanism: Mechanism | null;
  offer_explicit: boolean;
  offer_decided_at: Date | null;
  offer_decided_version: number | null;
  offer_stated_at: Date | null;
  offer_rule_id: bigint | null;
  offer_locked: boolean;
  offer_stopped_by_cap: boolean;
  payout_minor: bigint;
  payout_from: AmountSource | null;
  payout_terms_id: bigint | null;
  charge_version: number | null;
  payout_version: number | null;
};

/** Columns of a row `call`. */
export const STATE_COLUMNS = Prisma.sql`
  call.id, call.offer_id, call.started_at, call.version,
  call.buyer_id, call.buyer_converted, call.buyer_mechanism, call.buyer_explicit, call.buyer_decided_at,
  call.buyer_decided_version, call.buyer_stated_at, call.buyer_rule_id, call.buyer_locked, call.buyer_stopped_by_cap,
  call.revenue_minor, call.revenue_from,
  call.traffic_source_id, call.offer_converted, call.offer_mechanism, call.offer_explicit, call.offer_decided_at,
  call.offer_decided_version, call.offer_stated_at, call.offer_rule_id, call.offer_locked, call.offer_stopped_by_cap,
  call.payout_minor, call.payout_from, call.payout_terms_id, call.charge_version, call.payout_version`;

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
    decision: decision(
      row.buyer_mechanism,
      row.buyer_explicit,
      row.buyer_decided_at,
      row.buyer_rule_id,
      row.buyer_decided_version,
    ),
    locked: row.buyer_locked,
    partyId: number(row.buyer_id),
    amountMinor: row.revenue_minor,
    amountFrom: row.revenue_from,
    statedAt: row.buyer_stated_at,
    stoppedByCap: row.buyer_stopped_by_cap,
  };
}

function offerSide(row: CallRow): SideState {
  return {
    converted: row.offer_converted,
    decision: decision(
      row.offer_mechanism,
      row.offer_explicit,
      row.offer_decided_at,
      row.offer_rule_id,
      row.offer_decided_version,
    ),
    locked: row.offer_locked,
    partyId: number(row.traffic_source_id),
    amountMinor: row.payout_minor,
    amountFrom: row.payout_from,
    statedAt: row.offer_stated_at,
    stoppedByCap: row.offer_stopped_by_cap,
  };
}

function decision(
  mechanism: Mechanism | null,
  explicit: boolean,
  decidedAt: Date | null,
  ruleId: bigint | null,
  version: number | null,
): Decision | null {
  if (mechanism === null || decidedAt === null) return null;
  return { mechanism, explicit, decidedAt, ruleId: number(ruleId), version };
}

function number(id: bigint | null): number | null {
  return id === null ? null : Number(id);
}

/** The state as JSON for a set-based write; amounts as text, because JSON numbers are inexact. */
export function stateColumns(call: CallState) {
  const { buyer, offer } = call;
  return {
    id: call.id,
    version: call.version,
    buyer_id: buyer.partyId,
    buyer_converted: buyer.converted,
    buyer_mechanism: buyer.decision?.mechanism ?? null,
    buyer_explicit: buyer.decision?.explicit ?? false,
    buyer_decided_at: buyer.decision?.decidedAt ?? null,
    buyer_decided_version: buyer.decision?.version ?? null,
    buyer_stated_at: buyer.statedAt,
    buyer_rule_id: buyer.decision?.ruleId ?? null,
    buyer_locked: buyer.locked,
    buyer_stopped_by_cap: buyer.stoppedByCap,
    revenue_minor: buyer.amountMinor.toString(),
    revenue_from: buyer.amountFrom,
    traffic_source_id: offer.partyId,
    offer_converted: offer.converted,
    offer_mechanism: offer.decision?.mechanism ?? null,
    offer_explicit: offer.decision?.explicit ?? false,
    offer_decided_at: offer.decision?.decidedAt ?? null,
    offer_decided_version: offer.decision?.version ?? null,
    offer_stated_at: offer.statedAt,
    offer_rule_id: offer.decision?.ruleId ?? null,
    offer_locked: offer.locked,
    offer_stopped_by_cap: offer.stoppedByCap,
    payout_minor: offer.amountMinor.toString(),
    payout_from: offer.amountFrom,
    payout_terms_id: call.payoutTermsId,
    charge_version: call.chargeVersion,
    payout_version: call.payoutVersion,
  };
}

/** The columns of `call` and `call_person` that hold facts. The transcript is loaded on request. */
export type FactsRow = {
  started_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
  duration_seconds: number | null;
  connected_seconds: number | null;
  caller: string | null;
  recording_url: string | null;
  tokens: Record<string, string> | null;
  transcript: Segment[] | null;
};

export function callFacts(row: FactsRow): CallFacts {
  return {
    startedAt: row.started_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    durationSeconds: row.duration_seconds,
    connectedSeconds: row.connected_seconds,
    caller: row.caller,
    recordingUrl: row.recording_url,
    tokens: row.tokens ?? {},
    transcript: row.transcript ?? [],
  };
}
