import type { Actor } from "@/lib/access/domain/actor";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { PartyName } from "./call-view";

type Moved<T> = { readonly from: T; readonly to: T };

/** A row of the log with the names it refers to, before permissions. */
export type ChangeView = {
  readonly version: number;
  readonly changedAt: Date;
  readonly occurredAt: Date | null;
  readonly mechanism: string;
  readonly actorType: Actor["type"];
  readonly actorName: string | null;
  readonly reason: string | null;
  readonly buyerConverted: Moved<boolean>;
  readonly offerConverted: Moved<boolean>;
  readonly buyerMechanism: Moved<string | null>;
  readonly offerMechanism: Moved<string | null>;
  readonly buyerLocked: Moved<boolean>;
  readonly offerLocked: Moved<boolean>;
  readonly buyer: Moved<PartyName | null>;
  readonly trafficSource: Moved<PartyName | null>;
  readonly revenueMinor: Moved<bigint>;
  readonly payoutMinor: Moved<bigint>;
  readonly buyerRule: RuleName | null;
  readonly offerRule: RuleName | null;
  readonly buyerEvaluation: number | null;
  readonly offerEvaluation: number | null;
};

/** A rule as named by the evaluation recorded with the change; the name is null if none was recorded. */
type RuleName = { readonly id: number; readonly name: string | null };

type Row = {
  version: number;
  changed_at: Date;
  occurred_at: Date | null;
  mechanism: string;
  actor_type: Actor["type"];
  actor_name: string | null;
  reason: string | null;
  buyer_converted_from: boolean;
  buyer_converted_to: boolean;
  buyer_mechanism_from: string | null;
  buyer_mechanism_to: string | null;
  buyer_locked_from: boolean;
  buyer_locked_to: boolean;
  buyer_from: bigint | null;
  buyer_from_name: string | null;
  buyer_to: bigint | null;
  buyer_to_name: string | null;
  revenue_from_minor: bigint;
  revenue_to_minor: bigint;
  offer_converted_from: boolean;
  offer_converted_to: boolean;
  offer_mechanism_from: string | null;
  offer_mechanism_to: string | null;
  offer_locked_from: boolean;
  offer_locked_to: boolean;
  traffic_source_from: bigint | null;
  traffic_source_from_name: string | null;
  traffic_source_to: bigint | null;
  traffic_source_to_name: string | null;
  payout_from_minor: bigint;
  payout_to_minor: bigint;
  buyer_rule_id: bigint | null;
  buyer_rule_name: string | null;
  buyer_evaluation: number | null;
  offer_rule_id: bigint | null;
  offer_rule_name: string | null;
  offer_evaluation: number | null;
};

/** All changes of a call, newest first. */
export async function listCallChanges(tx: SqlTx, callId: number): Promise<ChangeView[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select ch.version, ch.changed_at, ch.occurred_at, ch.mechanism, ch.actor_type, n.reason,
      coalesce(m.name, k.name, st.name, w.name) as actor_name,
      ch.buyer_converted_from, ch.buyer_converted_to, ch.buyer_mechanism_from, ch.buyer_mechanism_to,
      ch.buyer_locked_from, ch.buyer_locked_to, ch.buyer_from, bf.name as buyer_from_name,
      ch.buyer_to, bt.name as buyer_to_name, ch.revenue_from_minor, ch.revenue_to_minor,
      ch.offer_converted_from, ch.offer_converted_to, ch.offer_mechanism_from, ch.offer_mechanism_to,
      ch.offer_locked_from, ch.offer_locked_to, ch.traffic_source_from, tf.name as traffic_source_from_name,
      ch.traffic_source_to, tt.name as traffic_source_to_name, ch.payout_from_minor, ch.payout_to_minor,
      ch.buyer_rule_id, buyer_rule.name as buyer_rule_name, ch.buyer_evaluation,
      ch.offer_rule_id, offer_rule.name as offer_rule_name, ch.offer_evaluation
    from call_change ch
    left join change_note n on n.company_id = ${tx.company} and n.call_id = ch.call_id and n.version = ch.version
    left join lateral (
      select step ->> 'name' as name from evaluation e cross join lateral jsonb_array_elements(e.steps) as step
      where e.company_id = ${tx.company} and e.call_id = ch.call_id and e.side = 'buyer' and e.number = ch.buyer_evaluation
        and (step ->> 'ruleId')::bigint = ch.buyer_rule_id limit 1
    ) buyer_rule on true
    left join lateral (
      select step ->> 'name' as name from evaluation e cross join lateral jsonb_array_elements(e.steps) as step
      where e.company_id = ${tx.company} and e.call_id = ch.call_id and e.side = 'offer' and e.number = ch.offer_evaluation
        and (step ->> 'ruleId')::bigint = ch.offer_rule_id limit 1
    ) offer_rule on true
    left join buyer bf on bf.company_id = ${tx.company} and bf.id = ch.buyer_from
    left join buyer bt on bt.company_id = ${tx.company} and bt.id = ch.buyer_to
    left join traffic_source tf on tf.company_id = ${tx.company} and tf.id = ch.traffic_source_from
    left join traffic_source tt on tt.company_id = ${tx.company} and tt.id = ch.traffic_source_to
    left join member m on ch.actor_type = 'member' and m.company_id = ${tx.company} and m.id = ch.actor_id
    left join api_key k on ch.actor_type = 'api_key' and k.company_id = ${tx.company} and k.id = ch.actor_id
    left join secure_token st on ch.actor_type = 'secure_token' and st.company_id = ${tx.company} and st.id = ch.actor_id
    left join webhook_endpoint w on ch.actor_type in ('webhook', 'hook') and w.company_id = ${tx.company} and w.id = ch.actor_id
    where ch.company_id = ${tx.company} and ch.call_id = ${callId}
    order by ch.version desc`;
  return rows.map((row) => ({
    version: row.version,
    changedAt: row.changed_at,
    occurredAt: row.occurred_at,
    mechanism: row.mechanism,
    actorType: row.actor_type,
    actorName: row.actor_name,
    reason: row.reason,
    buyerConverted: { from: row.buyer_converted_from, to: row.buyer_converted_to },
    offerConverted: { from: row.offer_converted_from, to: row.offer_converted_to },
    buyerMechanism: { from: row.buyer_mechanism_from, to: row.buyer_mechanism_to },
    offerMechanism: { from: row.offer_mechanism_from, to: row.offer_mechanism_to },
    buyerLocked: { from: row.buyer_locked_from, to: row.buyer_locked_to },
    offerLocked: { from: row.offer_locked_from, to: row.offer_locked_to },
    buyer: { from: party(row.buyer_from, row.buyer_from_name), to: party(row.buyer_to, row.buyer_to_name) },
    trafficSource: {
      from: party(row.traffic_source_from, row.traffic_source_from_name),
      to: party(row.traffic_source_to, row.traffic_source_to_name),
    },
    revenueMinor: { from: row.revenue_from_minor, to: row.revenue_to_minor },
    payoutMinor: { from: row.payout_from_minor, to: row.payout_to_minor },
    buyerRule: rule(row.buyer_rule_id, row.buyer_rule_name),
    offerRule: rule(row.offer_rule_id, row.offer_rule_name),
    buyerEvaluation: row.buyer_evaluation,
    offerEvaluation: row.offer_evaluation,
  }));
}

function rule(id: bigint | null, name: string | null): RuleName | null {
  return id === null ? null : { id: Number(id), name };
}

function party(id: bigint | null, name: string | null): PartyName | null {
  return id === null || name === null ? null : { id: Number(id), name };
}
