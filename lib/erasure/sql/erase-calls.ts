import { queueForFeed } from "@/lib/call/sql/feed-queue";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { EMPTIED_EVENT, EMPTIED_FACTS, EMPTIED_ITEM } from "./emptied";
import { eraseAnswersOfCalls } from "./erase-answers";
import { erasedName, isErasedName } from "./erased-name";

/**
 * Erases personal values of these calls from every table with a call id; flags, amounts, times and the keyed caller
 * hash stay. Returns how many calls had anything to erase.
 */
export async function eraseCalls(tx: SqlTx, ids: readonly number[], at: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const erased = await tx.$executeRaw`
    update call_person set caller = null, recording_url = null, tokens = '{}', transcript = '[]', erased_at = ${at}::timestamptz
    where company_id = ${tx.company} and call_id = any(${ids}::bigint[]) and erased_at is null`;
  await tx.$executeRaw`
    delete from change_note where company_id = ${tx.company} and call_id = any(${ids}::bigint[])`;
  await tx.$executeRaw`
    update evaluation set steps = public.without_what_was_seen(steps)
    where company_id = ${tx.company} and call_id = any(${ids}::bigint[])`;
  await tx.$executeRaw`
    update token_change set tokens = '{}' where company_id = ${tx.company} and call_id = any(${ids}::bigint[])`;
  await eraseEventNames(tx, ids);
  await eraseAnswersOfCalls(tx, ids);
  await tx.$executeRaw`
    update inbox set ${EMPTIED_ITEM}
    where company_id = ${tx.company} and call_id = any(${ids}::bigint[])`;
  await tx.$executeRaw`
    update inbound_event set ${EMPTIED_EVENT}
    from call
    join reported_fact f on f.company_id = ${tx.company} and f.endpoint_id = call.integration_id
      and f.call_key = call.external_id
    where call.company_id = ${tx.company} and call.id = any(${ids}::bigint[])
      and inbound_event.company_id = ${tx.company} and inbound_event.endpoint_id = f.endpoint_id
      and inbound_event.received_at = f.received_at`;
  await tx.$executeRaw`
    update reported_fact set ${EMPTIED_FACTS}
    from call where call.company_id = ${tx.company} and call.id = any(${ids}::bigint[])
      and reported_fact.company_id = ${tx.company} and reported_fact.endpoint_id = call.integration_id
      and reported_fact.call_key = call.external_id`;
  await queueForFeed(
    tx,
    ids.map((callId) => ({ kind: "erased", callId })),
    at,
  );
  return erased;
}

/** Event names are chosen by senders. A hash of the name still recognizes repetitions. */
async function eraseEventNames(tx: SqlTx, ids: readonly number[]): Promise<void> {
  const events = await tx.$queryRaw<{ call_id: bigint; name: string }[]>`
    select distinct call_id, name from update_event
    where company_id = ${tx.company} and call_id = any(${ids}::bigint[]) and kind <> 'unnamed'`;
  const names = events
    .filter(({ name }) => !isErasedName(name))
    .map(({ call_id, name }) => ({ call_id: Number(call_id), name, erased: erasedName(tx.company, name) }));
  if (names.length === 0) return;
  await tx.$executeRaw`
    update update_event set name = n.erased
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as n(call_id bigint, name text, erased text)
    where update_event.company_id = ${tx.company} and update_event.call_id = n.call_id
      and update_event.name = n.name and update_event.kind <> 'unnamed'`;
}
