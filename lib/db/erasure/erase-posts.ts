import { Prisma } from "../generated/client";
import type { SqlTx } from "../in-company";

/** What people and programs write between the digits of a number, and bytes that are written as numbers. */
const SEPARATORS = "\\\\[0-7]{3}|%[0-9A-Fa-f]{2}|[^0-9]";

/** Payloads of what arrived before a time, some at a time; answers how many. */
export async function erasePostsBefore(tx: SqlTx, before: Date, atMost: number): Promise<number> {
  const events = await tx.$executeRaw`
    with old as materialized (
      select e.id from webhook_endpoint w
      cross join lateral (
        select id from webhook_event where webhook_event.company_id = ${tx.company}
          and webhook_event.endpoint_id = w.id and webhook_event.received_at < ${before}::timestamptz
          and webhook_event.payload <> '' limit ${atMost}::integer
      ) e
      where w.company_id = ${tx.company} limit ${atMost}::integer
    )
    update webhook_event set payload = '', query = '', headers = '{}'
    from old where webhook_event.company_id = ${tx.company} and webhook_event.id = old.id`;
  const items = await tx.$executeRaw`
    update inbox set payload = '{"erased": true}', statement = statement - 'tokens' - 'reason', problem = null
    where company_id = ${tx.company} and received_at < ${before}::timestamptz and payload <> '{"erased": true}'`;
  return events + items;
}

export type Trace = {
  /** The last digits of the number; in what was posted anything may stand between them. */
  readonly digits: string;
  readonly hash: Uint8Array;
};

/** The same of whatever names this caller, also what found no call. Looks through all that was posted. */
export async function erasePostsOfCaller(tx: SqlTx, { digits, hash }: Trace): Promise<void> {
  const like = `%${digits}%`;
  const digitsOf = (text: Prisma.Sql) => Prisma.sql`regexp_replace(${text}, ${SEPARATORS}, '', 'g')`;
  await tx.$executeRaw`
    update reported_fact set report = report - 'caller' - 'recordingUrl' - 'tokens' - 'transcript'
    where company_id = ${tx.company} and ${digitsOf(Prisma.sql`report::text`)} like ${like}`;
  await tx.$executeRaw`
    update webhook_event set payload = '', query = '', headers = '{}'
    where company_id = ${tx.company} and (${digitsOf(Prisma.sql`encode(payload, 'escape')`)} like ${like}
      or ${digitsOf(Prisma.sql`query`)} like ${like})`;
  await tx.$executeRaw`
    update inbox set payload = '{"erased": true}', statement = statement - 'tokens' - 'reason', problem = null
    where company_id = ${tx.company} and (sought_caller = ${hash}::bytea
      or ${digitsOf(Prisma.sql`payload::text`)} like ${like} or ${digitsOf(Prisma.sql`statement::text`)} like ${like})`;
}

/** What arrives of a call after its values were erased is not kept either. The events stand in this transaction. */
export async function eraseLateEvents(tx: SqlTx, events: readonly number[]): Promise<void> {
  if (events.length === 0) return;
  await tx.$executeRaw`
    update webhook_event set payload = '', query = '', headers = '{}'
    where company_id = ${tx.company} and id = any(${events}::bigint[]) and exists (
      select from jsonb_array_elements(result) as r
      join call_person p on p.company_id = ${tx.company} and p.call_id = (r ->> 'call_id')::bigint
      where p.erased_at is not null)`;
}

/** The same of what was filed in the inbox about such a call. */
export async function eraseLateItems(tx: SqlTx, calls: readonly number[]): Promise<void> {
  if (calls.length === 0) return;
  await tx.$executeRaw`
    update inbox set payload = '{"erased": true}', statement = statement - 'tokens' - 'reason'
    where company_id = ${tx.company} and call_id = any(${calls}::bigint[]) and exists (
      select from call_person p
      where p.company_id = ${tx.company} and p.call_id = inbox.call_id and p.erased_at is not null)`;
}
