import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { TokenChange } from "../domain/plan";

/** Stores who set which tokens, with the values before. The calls must be locked. Erased calls store nothing. */
export async function appendTokenChanges(tx: SqlTx, changes: readonly TokenChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ actor, ...change }, place) => ({
    ...change,
    place,
    actorType: actor.type,
    actorId: actor.id,
  }));
  await tx.$executeRaw`
    insert into token_change (company_id, call_id, number, changed_at, mechanism, actor_type, actor_id, tokens)
    select h.company_id, c."callId", coalesce(l.number, 0) + row_number() over (partition by c."callId" order by c.place),
      c."changedAt", c.mechanism, c."actorType", c."actorId", c.tokens
    from ledger_head h cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c("callId" bigint, place integer,
      "changedAt" timestamptz, mechanism text, "actorType" text, "actorId" bigint, tokens jsonb)
    left join lateral (
      select max(t.number) as number from token_change t where t.company_id = ${tx.company} and t.call_id = c."callId"
    ) l on true
    left join lateral (
      select p.erased_at from call_person p where p.company_id = ${tx.company} and p.call_id = c."callId" offset 0
    ) p on true
    where h.company_id = ${tx.company} and p.erased_at is null`;
}
