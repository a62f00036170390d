import { beginningOf, splitEventName } from "@/lib/domain/hooks/event-name";
import { erasedName } from "../erasure/erased-name";
import type { SqlTx } from "../in-company";

/** The call with this uuid, where it is this buyer's; null for any other, as for one that is not there. */
export async function findCallOfBuyer(
  tx: SqlTx,
  { uuid, buyerId }: { readonly uuid: string; readonly buyerId: number },
): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    select call.id from call
    where call.company_id = ${tx.company} and call.uuid = ${uuid}::uuid and call.buyer_id = ${buyerId}::bigint`;
  return row ? Number(row.id) : null;
}

/** Whether the settings in force when the call started let the buyer post to its address; without settings they do. */
export async function mayPostAbout(tx: SqlTx, callId: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ enabled: boolean | null }[]>`
    select (select (r.settings -> 'webhook' ->> 'enabled')::boolean from rule_set r
      where r.company_id = ${tx.company} and r.buyer_id = c.buyer_id and r.valid_from <= c.started_at
      order by r.valid_from desc, r.version desc limit 1) as enabled
    from call c where c.company_id = ${tx.company} and c.id = ${callId}`;
  return row?.enabled !== false;
}

/** The name of the newest statement that this call received by webhook under a reference, also once that was erased. */
export async function findNewestEventName(tx: SqlTx, callId: number, reference: string): Promise<string | null> {
  const erased = erasedName(tx.company, reference);
  const [row] = await tx.$queryRaw<{ event_id: string }[]>`
    select event_id from stated_event
    where company_id = ${tx.company} and call_id = ${callId} and mechanism = 'webhook'
      and (starts_with(event_id, ${beginningOf(reference)}) or starts_with(event_id, ${beginningOf(erased)}))
    order by received_at desc, length(event_id) desc, event_id desc limit 1`;
  return row ? `${reference}${splitEventName(row.event_id).rest}` : null;
}
