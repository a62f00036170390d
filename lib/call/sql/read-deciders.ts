import type { Actor } from "@/lib/access/domain/actor";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Side } from "../domain/call-state";

/** Who decided a side, and the rule as named by the evaluation; null if none was recorded. */
export type Decider = {
  readonly by: { readonly type: Actor["type"]; readonly name: string | null };
  readonly ruleName: string | null;
};

export type Deciders = (callId: number, side: Side) => Decider | null;

type Row = { id: bigint; side: Side; actor_type: Actor["type"]; actor_name: string | null; rule_name: string | null };

/** Who decided the sides of these calls; null if undecided. Reads each row by key. */
export async function readDeciders(tx: SqlTx, ids: readonly number[]): Promise<Deciders> {
  const rows = await tx.$queryRaw<Row[]>`
    select c.id, decided.side, ch.actor_type, coalesce(m.name, k.name, st.name, w.name) as actor_name, rule.name as rule_name
    from unnest(${ids}::bigint[]) as wanted(id)
    cross join lateral (
      select id, buyer_decided_version, buyer_rule_id, offer_decided_version, offer_rule_id from call
      where call.company_id = ${tx.company} and call.id = wanted.id offset 0
    ) c
    cross join lateral (values ('buyer', c.buyer_decided_version, c.buyer_rule_id),
      ('offer', c.offer_decided_version, c.offer_rule_id)) as decided(side, version, rule_id)
    cross join lateral (
      select actor_type, actor_id, buyer_evaluation, offer_evaluation from call_change
      where call_change.company_id = ${tx.company} and call_change.call_id = c.id
        and call_change.version = decided.version offset 0
    ) ch
    left join lateral (
      select step ->> 'name' as name from evaluation e cross join lateral jsonb_array_elements(e.steps) as step
      where decided.rule_id is not null and e.company_id = ${tx.company} and e.call_id = c.id and e.side = decided.side
        and e.number = case when decided.side = 'buyer' then ch.buyer_evaluation else ch.offer_evaluation end
        and (step ->> 'ruleId')::bigint = decided.rule_id limit 1
    ) rule on true
    left join member m on ch.actor_type = 'member' and m.company_id = ${tx.company} and m.id = ch.actor_id
    left join api_key k on ch.actor_type = 'api_key' and k.company_id = ${tx.company} and k.id = ch.actor_id
    left join secure_token st on ch.actor_type = 'secure_token' and st.company_id = ${tx.company} and st.id = ch.actor_id
    left join webhook_endpoint w on ch.actor_type in ('webhook', 'hook') and w.company_id = ${tx.company} and w.id = ch.actor_id`;
  const key = (callId: number, side: Side) => `${callId} ${side}`;
  const deciders = new Map(
    rows.map((row) => [
      key(Number(row.id), row.side),
      { by: { type: row.actor_type, name: row.actor_name }, ruleName: row.rule_name },
    ]),
  );
  return (callId, side) => deciders.get(key(callId, side)) ?? null;
}
