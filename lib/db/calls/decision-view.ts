import type { Actor } from "@/lib/domain/access/actor";
import type { Mechanism } from "@/lib/domain/call/mechanism";
import { Prisma } from "../generated/client";
import type { SqlTx } from "../in-company";

export type ActorView = { readonly type: Actor["type"]; readonly name: string | null };

export type DecisionView = {
  readonly mechanism: Mechanism;
  readonly explicit: boolean;
  readonly locked: boolean;
  readonly decidedAt: Date;
  /** Named as in the evaluation that decided; the name is null where none was kept. */
  readonly rule: { readonly id: number; readonly name: string | null } | null;
  /** Whose change it was; null where that is not known. */
  readonly by: ActorView | null;
};

export type DecisionRow = {
  buyer_mechanism: Mechanism | null;
  buyer_explicit: boolean;
  buyer_locked: boolean;
  buyer_decided_at: Date | null;
  buyer_rule_id: bigint | null;
  buyer_rule_name: string | null;
  buyer_by_type: Actor["type"] | null;
  buyer_by_name: string | null;
  offer_mechanism: Mechanism | null;
  offer_explicit: boolean;
  offer_locked: boolean;
  offer_decided_at: Date | null;
  offer_rule_id: bigint | null;
  offer_rule_name: string | null;
  offer_by_type: Actor["type"] | null;
  offer_by_name: string | null;
};

/** Of a call `c`, with `joinDecisions`. */
export const DECISION_COLUMNS = Prisma.sql`
  c.buyer_mechanism, c.buyer_explicit, c.buyer_decided_at, c.buyer_rule_id, buyer_rule.name as buyer_rule_name,
  buyer_change.actor_type as buyer_by_type, coalesce(bm.name, bk.name, bs.name, bw.name) as buyer_by_name,
  c.offer_mechanism, c.offer_explicit, c.offer_decided_at, c.offer_rule_id, offer_rule.name as offer_rule_name,
  offer_change.actor_type as offer_by_type, coalesce(om.name, ok.name, os.name, ow.name) as offer_by_name`;

/** The changes that decided the sides of a call `c`: who made them, and by which rule. Each by its key. */
export function joinDecisions(tx: SqlTx): Prisma.Sql {
  return Prisma.sql`
    left join lateral (
      select * from call_change where call_change.company_id = ${tx.company} and call_change.call_id = c.id
        and call_change.version = c.buyer_decided_version offset 0
    ) buyer_change on true
    left join lateral (
      select step ->> 'name' as name from evaluation e cross join lateral jsonb_array_elements(e.steps) as step
      where e.company_id = ${tx.company} and e.call_id = c.id and e.side = 'buyer' and e.number = buyer_change.buyer_evaluation
        and (step ->> 'ruleId')::bigint = c.buyer_rule_id limit 1
    ) buyer_rule on true
    left join member bm on buyer_change.actor_type = 'member' and bm.company_id = ${tx.company} and bm.id = buyer_change.actor_id
    left join api_key bk on buyer_change.actor_type = 'api_key' and bk.company_id = ${tx.company} and bk.id = buyer_change.actor_id
    left join secure_token bs on buyer_change.actor_type = 'secure_token' and bs.company_id = ${tx.company} and bs.id = buyer_change.actor_id
    left join webhook_endpoint bw on buyer_change.actor_type = 'hook' and bw.company_id = ${tx.company} and bw.id = buyer_change.actor_id
    left join lateral (
      select * from call_change where call_change.company_id = ${tx.company} and call_change.call_id = c.id
        and call_change.version = c.offer_decided_version offset 0
    ) offer_change on true
    left join lateral (
      select step ->> 'name' as name from evaluation e cross join lateral jsonb_array_elements(e.steps) as step
      where e.company_id = ${tx.company} and e.call_id = c.id and e.side = 'offer' and e.number = offer_change.offer_evaluation
        and (step ->> 'ruleId')::bigint = c.offer_rule_id limit 1
    ) offer_rule on true
    left join member om on offer_change.actor_type = 'member' and om.company_id = ${tx.company} and om.id = offer_change.actor_id
    left join api_key ok on offer_change.actor_type = 'api_key' and ok.company_id = ${tx.company} and ok.id = offer_change.actor_id
    left join secure_token os on offer_change.actor_type = 'secure_token' and os.company_id = ${tx.company} and os.id = offer_change.actor_id
    left join webhook_endpoint ow on offer_change.actor_type = 'hook' and ow.company_id = ${tx.company} and ow.id = offer_change.actor_id`;
}

export function decisionViews(row: DecisionRow): Record<"buyerDecision" | "offerDecision", DecisionView | null> {
  return {
    buyerDecision: decisionView({
      mechanism: row.buyer_mechanism,
      explicit: row.buyer_explicit,
      locked: row.buyer_locked,
      decidedAt: row.buyer_decided_at,
      rule: rule(row.buyer_rule_id, row.buyer_rule_name),
      by: actor(row.buyer_by_type, row.buyer_by_name),
    }),
    offerDecision: decisionView({
      mechanism: row.offer_mechanism,
      explicit: row.offer_explicit,
      locked: row.offer_locked,
      decidedAt: row.offer_decided_at,
      rule: rule(row.offer_rule_id, row.offer_rule_name),
      by: actor(row.offer_by_type, row.offer_by_name),
    }),
  };
}

type Undecided = Omit<DecisionView, "mechanism" | "decidedAt"> & {
  readonly mechanism: Mechanism | null;
  readonly decidedAt: Date | null;
};

function decisionView({ mechanism, decidedAt, ...rest }: Undecided): DecisionView | null {
  return mechanism === null || decidedAt === null ? null : { mechanism, decidedAt, ...rest };
}

function rule(id: bigint | null, name: string | null): DecisionView["rule"] {
  return id === null ? null : { id: Number(id), name };
}

function actor(type: Actor["type"] | null, name: string | null): ActorView | null {
  return type === null ? null : { type, name };
}
