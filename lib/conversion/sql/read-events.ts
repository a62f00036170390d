import { erasedName } from "@/lib/erasure/sql/erased-name";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { EventName } from "../domain/command";
import { type EventContents, eventKey } from "../domain/event-names";

export type WantedEvent = EventName & { readonly callId: number; readonly mechanism: string };

type Row = { call_id: bigint; mechanism: string; kind: EventName["kind"]; name: string; content: string[] };

/** Contents received under these names, by `eventKey`; erased names are found by their hash. */
export async function readEvents(
  tx: SqlTx,
  wanted: readonly WantedEvent[],
): Promise<ReadonlyMap<string, EventContents>> {
  if (wanted.length === 0) return new Map();
  const events = wanted.map((event) => ({ ...event, erased: erasedName(tx.company, event.name) }));
  const rows = await tx.$queryRaw<Row[]>`
    select known.* from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as w("callId" bigint, mechanism text, kind text, name text, erased text)
    cross join lateral (
      select e.call_id, e.mechanism, e.kind, w.name, array_agg(e.content order by e.number) as content
      from update_event e
      where e.company_id = ${tx.company} and e.call_id = w."callId" and e.mechanism = w.mechanism
        and e.kind = w.kind and e.name = any(array[w.name, w.erased])
      group by 1, 2, 3 offset 0) known`;
  return new Map(rows.map((row) => [eventKey(Number(row.call_id), row.mechanism, row), row.content]));
}
