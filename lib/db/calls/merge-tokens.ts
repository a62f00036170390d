import type { SqlTx } from "../in-company";

export type NewTokens = { readonly callId: number; readonly tokens: Readonly<Record<string, string>> };

/** Sets these tokens and keeps the others. The bounds are there for the same reason as where calls are saved. */
export async function mergeTokens(tx: SqlTx, news: readonly NewTokens[]): Promise<void> {
  if (news.length === 0) return;
  await tx.$executeRaw`
    update call_person set tokens = call_person.tokens || n.tokens
    from jsonb_to_recordset(${JSON.stringify(news)}::jsonb) as n("callId" bigint, tokens jsonb)
    where call_person.company_id = ${tx.company} and call_person.call_id = n."callId"
      and n."callId" between 1 and ${Number.MAX_SAFE_INTEGER}`;
}
