import type { Side } from "@/lib/call/domain/call-state";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { Cap } from "../domain/cap";
import { type CapJson, capOf } from "./cap-row";

export type CapOwner = { readonly side: Side; readonly id: number };

export type CapView = Cap & {
  readonly offer: { readonly id: number; readonly name: string } | null;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
  readonly by: string | null;
};

export type CapOwnerView = {
  readonly name: string;
  readonly isArchived: boolean;
  readonly caps: readonly CapView[];
  readonly settings: unknown;
};

type Row = {
  name: string;
  is_archived: boolean;
  settings: unknown;
  caps: (CapJson & { created_at: string; withdrawn_at: string | null; offer_name: string | null; by: string | null })[];
};

const WITHDRAWN_SHOWN = 50;

/**
 * The caps of a buyer or traffic source in force, and on request the withdrawn ones; null if the company has no such
 * party. Includes the buyer settings in force.
 */
export async function readCapOwner(
  tx: Tx,
  { side, id }: CapOwner,
  at: Date,
  { withdrawn = false } = {},
): Promise<CapOwnerView | null> {
  const [buyerId, sourceId] = side === "buyer" ? [id, null] : [null, id];
  const shown = withdrawn ? WITHDRAWN_SHOWN : 0;
  const [row] = await tx.$queryRaw<Row[]>`
    select party.name, party.is_archived,
      (select r.settings from rule_set r where r.company_id = ${tx.company} and r.buyer_id = ${buyerId}::bigint
        and r.valid_from <= ${at}::timestamptz order by r.valid_from desc, r.version desc limit 1) as settings,
      (select coalesce(jsonb_agg(to_jsonb(c) || jsonb_build_object(
          'offer_name', (select o.name from offer o where o.company_id = ${tx.company} and o.id = c.offer_id),
          'by', case
            when c.actor_type = 'member' then
              (select m.name from member m where m.company_id = ${tx.company} and m.id = c.actor_id)
            when c.actor_type = 'api_key' then
              (select k.name from api_key k where k.company_id = ${tx.company} and k.id = c.actor_id)
          end) order by c.id), '[]')
        from (
          (select * from cap where cap.company_id = ${tx.company} and cap.withdrawn_at is null
            and (cap.buyer_id = ${buyerId}::bigint or cap.traffic_source_id = ${sourceId}::bigint))
          union all
          (select * from cap where cap.company_id = ${tx.company} and cap.withdrawn_at is not null
            and (cap.buyer_id = ${buyerId}::bigint or cap.traffic_source_id = ${sourceId}::bigint)
            order by cap.withdrawn_at desc limit ${shown}::integer)
        ) c) as caps
    from (
      select b.name, b.archived_at is not null as is_archived from buyer b where b.company_id = ${tx.company} and b.id = ${buyerId}::bigint
      union all
      select t.name, t.archived_at is not null from traffic_source t where t.company_id = ${tx.company} and t.id = ${sourceId}::bigint
    ) party`;
  if (!row) return null;
  const caps = row.caps.map((cap) => ({
    ...capOf(cap),
    offer: cap.offer_id === null || cap.offer_name === null ? null : { id: cap.offer_id, name: cap.offer_name },
    createdAt: new Date(cap.created_at),
    withdrawnAt: cap.withdrawn_at === null ? null : new Date(cap.withdrawn_at),
    by: cap.by,
  }));
  return { name: row.name, isArchived: row.is_archived, caps, settings: row.settings };
}
