import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Segment } from "../domain/evaluation-facts";

/** The current transcripts, by call id. */
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
