import type { SqlTx } from "../in-company";

/**
 * Empties what persons left on these calls, wherever it was kept by call; flags, amounts, times and the keyed hash of the
 * caller stay. Answers how many calls still had anything to erase.
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
    update inbox set payload = '{"erased": true}', statement = statement - 'tokens' - 'reason', problem = null
    where company_id = ${tx.company} and call_id = any(${ids}::bigint[])`;
  await tx.$executeRaw`
    update reported_fact set report = report - 'caller' - 'recordingUrl' - 'tokens' - 'transcript'
    from call where call.company_id = ${tx.company} and call.id = any(${ids}::bigint[])
      and reported_fact.company_id = ${tx.company} and reported_fact.call_key = call.external_id`;
  await tx.$executeRaw`
    update webhook_event set payload = '', query = '', headers = '{}'
    from call
    join reported_fact f on f.company_id = ${tx.company} and f.call_key = call.external_id
    where call.company_id = ${tx.company} and call.id = any(${ids}::bigint[])
      and webhook_event.company_id = ${tx.company} and webhook_event.endpoint_id = f.endpoint_id
      and webhook_event.received_at = f.received_at`;
  return erased;
}
