import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { EMPTIED_EVENT, EMPTIED_FACTS, EMPTIED_ITEM } from "./emptied";
import { digitsHashesIn } from "./erased-name";

/** A stored row. `content` may name a person; null if the row has a call. */
export type Late = { readonly id: number; readonly content: string | null };

/** Rows without a call that name an erased number. */
function namingErased(tx: SqlTx, rows: readonly Late[]): Prisma.Sql {
  const named = rows.flatMap(({ id, content }) =>
    content === null ? [] : digitsHashesIn(tx.company, content).map((digits) => ({ id, digits })),
  );
  return Prisma.sql`
    select n.id from unnest(${named.map(({ id }) => id)}::bigint[], ${named.map(({ digits }) => digits)}::text[]) as n(id, digits)
    join erasure on erasure.company_id = ${tx.company} and erasure.digits_hash is not null
      and (n.digits is null or erasure.digits_hash = decode(n.digits, 'hex'))`;
}

/**
 * Erases new events of erased calls, and events without a call that name an erased number. The events were inserted in
 * this transaction.
 */
export async function eraseLateEvents(tx: SqlTx, events: readonly Late[]): Promise<void> {
  if (events.length === 0) return;
  const erased = await tx.$queryRaw<{ id: bigint }[]>`
    update inbound_event set ${EMPTIED_EVENT}
    where company_id = ${tx.company} and id = any(${events.map(({ id }) => id)}::bigint[]) and (exists (
      select from jsonb_array_elements(result) as r
      cross join lateral (
        select from call_person p
        where p.company_id = ${tx.company} and p.call_id = (r ->> 'call_id')::bigint and p.erased_at is not null
        offset 0) erased) or id in (${namingErased(tx, events)}))
    returning id`;
  if (erased.length === 0) return;
  await tx.$executeRaw`
    update reported_fact set ${EMPTIED_FACTS}
    from inbound_event e
    where e.company_id = ${tx.company} and e.id = any(${erased.map(({ id }) => id)}::bigint[])
      and reported_fact.company_id = ${tx.company} and reported_fact.endpoint_id = e.endpoint_id
      and reported_fact.received_at = e.received_at and not exists (
        select from call where call.company_id = ${tx.company} and call.integration_id = reported_fact.endpoint_id
          and call.external_id = reported_fact.call_key)`;
}

/** The same for new inbox items. */
export async function eraseLateItems(tx: SqlTx, items: readonly Late[]): Promise<void> {
  if (items.length === 0) return;
  await tx.$executeRaw`
    update inbox set ${EMPTIED_ITEM}
    where company_id = ${tx.company} and id = any(${items.map(({ id }) => id)}::bigint[]) and (exists (
      select from call_person p
      where p.company_id = ${tx.company} and p.call_id = inbox.call_id and p.erased_at is not null
      offset 0)
      or id in (${namingErased(tx, items)}))`;
}
