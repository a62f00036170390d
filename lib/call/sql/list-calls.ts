import { isUuid, parseId } from "@/lib/base/ids";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import { type CallView, selectCallViews } from "./call-view";

/** The start and id of the last call of the previous page. */
export type CallCursor = { readonly startedAt: Date; readonly id: number };

export type CallFilter = {
  readonly search?: string | undefined;
  readonly externalId?: string | undefined;
  readonly buyerId?: number | undefined;
  /** Only calls of these buyers. */
  readonly buyerIds?: readonly number[] | undefined;
  readonly offerId?: number | undefined;
  readonly trafficSourceId?: number | undefined;
  readonly after?: CallCursor | undefined;
  readonly limit: number;
};

/** Newest first, in keyset pages: new calls do not shift pages. */
export function listCallViews(tx: Tx, filter: CallFilter): Promise<CallView[]> {
  const { search, externalId, buyerId, buyerIds, offerId, trafficSourceId, after, limit } = filter;
  const conditions = [
    Prisma.sql`true`,
    ...(after ? [Prisma.sql`(c.started_at, c.id) < (${after.startedAt}::timestamptz, ${after.id}::bigint)`] : []),
    ...(externalId === undefined ? [] : [Prisma.sql`c.external_id = ${externalId}`]),
    ...(buyerId === undefined ? [] : [Prisma.sql`c.buyer_id = ${buyerId}::bigint`]),
    ...(buyerIds === undefined ? [] : [Prisma.sql`c.buyer_id = any(${[...buyerIds]}::bigint[])`]),
    ...(offerId === undefined ? [] : [Prisma.sql`c.offer_id = ${offerId}::bigint`]),
    ...(trafficSourceId === undefined ? [] : [Prisma.sql`c.traffic_source_id = ${trafficSourceId}::bigint`]),
    ...(search ? [matchesSearch(tx, search)] : []),
  ];
  return selectCallViews(
    tx,
    Prisma.sql`${Prisma.join(conditions, " and ")} order by c.started_at desc, c.id desc limit ${limit}`,
  );
}

/** Matches the uuid, the id, the external ID, or the first or last digits of the caller. */
function matchesSearch(tx: Tx, search: string): Prisma.Sql {
  if (isUuid(search)) return Prisma.sql`(c.uuid = ${search}::uuid or c.external_id = ${search})`;
  const digits = search.replace(/[^0-9+]/g, "");
  const byExternalId = Prisma.sql`c.external_id = ${search}`;
  if (digits === "" || /[a-z]/i.test(search)) return byExternalId;
  const id = parseId(search);
  const byCaller = Prisma.sql`c.id in (select f.call_id from call_person f where f.company_id = ${tx.company} and (
    f.caller like ${`${digits}%`} or f.caller like ${`+${digits}%`} or reverse(f.caller) like reverse(${digits}) || '%'))`;
  return Prisma.sql`(${byExternalId} or ${id === null ? Prisma.empty : Prisma.sql`c.id = ${id} or `}${byCaller})`;
}
