import type { Actor } from "@/lib/access/domain/actor";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** Who set a token of a call, with the value before; permissions are not applied yet. */
export type TokenChangeView = {
  readonly changedAt: Date;
  readonly mechanism: string;
  readonly actorType: Actor["type"];
  readonly actorName: string | null;
  readonly tokens: Readonly<Record<string, { readonly from: string | null; readonly to: string }>>;
};

type Row = {
  changed_at: Date;
  mechanism: string;
  actor_type: Actor["type"];
  actor_name: string | null;
  tokens: TokenChangeView["tokens"];
};

/** Newest first, without erased values. */
export async function listTokenChanges(tx: SqlTx, callId: number): Promise<TokenChangeView[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select t.changed_at, t.mechanism, t.actor_type, t.tokens, coalesce(m.name, k.name, st.name, w.name) as actor_name
    from token_change t
    left join member m on t.actor_type = 'member' and m.company_id = ${tx.company} and m.id = t.actor_id
    left join api_key k on t.actor_type = 'api_key' and k.company_id = ${tx.company} and k.id = t.actor_id
    left join secure_token st on t.actor_type = 'secure_token' and st.company_id = ${tx.company} and st.id = t.actor_id
    left join webhook_endpoint w on t.actor_type = 'webhook' and w.company_id = ${tx.company} and w.id = t.actor_id
    where t.company_id = ${tx.company} and t.call_id = ${callId} and t.tokens <> '{}'
    order by t.number desc`;
  return rows.map((row) => ({
    changedAt: row.changed_at,
    mechanism: row.mechanism,
    actorType: row.actor_type,
    actorName: row.actor_name,
    tokens: row.tokens,
  }));
}
