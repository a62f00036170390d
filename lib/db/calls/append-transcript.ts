import type { Segment } from "@/lib/domain/evaluation/call-facts";
import type { SqlTx } from "../in-company";

export type TranscriptOf = { readonly callId: number; readonly transcript: readonly Segment[] };

/** What has been said so far, by the call's number. */
export async function readTranscripts(
  tx: SqlTx,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly Segment[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ call_id: bigint; transcript: Segment[] }[]>`
    select p.call_id, p.transcript
    from unnest(${ids}::bigint[]) as wanted(id)
    cross join lateral (
      select * from call_person where call_person.company_id = ${tx.company} and call_person.call_id = wanted.id offset 0
    ) p`;
  return new Map(rows.map(({ call_id, transcript }) => [Number(call_id), transcript]));
}

/** Puts whole transcripts in the place of those before. The calls must be locked. */
export async function saveTranscripts(tx: SqlTx, news: readonly TranscriptOf[]): Promise<void> {
  if (news.length === 0) return;
  await tx.$executeRaw`
    update call_person set transcript = n.transcript
    from jsonb_to_recordset(${JSON.stringify(news)}::jsonb) as n("callId" bigint, transcript jsonb)
    where call_person.company_id = ${tx.company} and call_person.call_id = n."callId"`;
}
