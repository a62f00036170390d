import { Invalid } from "@/lib/base/errors";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { CallFilter } from "../domain/call-filter";
import { filterConditions } from "./filter-conditions";
import { type Matches, searchCalls } from "./search-calls";

/**
 * A part of the calls that a list looks through: named calls, or those with this condition on `c`, which an index has in
 * order of start.
 */
export type CallPart = { readonly ids: readonly number[] } | { readonly where: Prisma.Sql };

/** Parts without a call in common, and the conditions that their calls must fulfil besides. */
export type CallParts = { readonly parts: readonly CallPart[]; readonly conditions: readonly Prisma.Sql[] };

/** Calls that are looked up by id, and that one page looks through. */
export const CALLS_AT_MOST = 10_000;
const PARTIES_AT_MOST = 20;

/** Throws `Invalid` for a filter that would have to look through too much. */
export async function readCallParts(tx: SqlTx, filter: CallFilter): Promise<CallParts> {
  const [matches, ids] = await Promise.all([readMatches(tx, filter.search), readNamedIds(tx, filter), walkIndexes(tx)]);
  const conditions = filterConditions(tx, filter);
  const matched = matches && partsOf(matches);
  if (ids) return { parts: [{ ids }], conditions: [...conditions, ...(matched ? [inAnyOf(matched)] : [])] };
  if (!matched) return { parts: partsOfFilter(filter), conditions };
  return { parts: matched.map((part, place) => without(part, matched.slice(0, place))), conditions };
}

/** The planner takes every company for a small one, which it would rather sort as a whole than walk in order. */
function walkIndexes(tx: SqlTx): Promise<unknown> {
  return tx.$executeRaw`set local enable_sort = off`;
}

/** The most selective index of the filter. */
function partsOfFilter({ buyerId, trafficSourceId, offerId, buyerIds }: CallFilter): CallPart[] {
  if (buyerId !== undefined) return [ofBuyer(buyerId)];
  if (trafficSourceId !== undefined) return [ofSource(trafficSourceId)];
  if (offerId !== undefined) return [ofOffer(offerId)];
  if (buyerIds && buyerIds.length <= PARTIES_AT_MOST) return [...new Set(buyerIds)].map(ofBuyer);
  return [{ where: Prisma.sql`true` }];
}

const ofBuyer = (id: number): CallPart => ({ where: Prisma.sql`c.buyer_id = ${id}::bigint` });
const ofSource = (id: number): CallPart => ({ where: Prisma.sql`c.traffic_source_id = ${id}::bigint` });
const ofOffer = (id: number): CallPart => ({ where: Prisma.sql`c.offer_id = ${id}::bigint` });

async function readMatches(tx: SqlTx, search: string | undefined): Promise<Matches | null> {
  if (!search) return null;
  const matches = await searchCalls(tx, search, CALLS_AT_MOST + 1);
  const { ids, buyerIds, offerIds, sourceIds } = matches;
  if (ids.length > CALLS_AT_MOST) throw new Invalid({ q: "More than 10,000 calls match. Enter more digits." });
  if (buyerIds.length + offerIds.length + sourceIds.length > PARTIES_AT_MOST)
    throw new Invalid({ q: "More than 20 names match. Enter more of the name, or filter by its ID." });
  return matches;
}

function partsOf({ ids, buyerIds, offerIds, sourceIds }: Matches): CallPart[] {
  return [{ ids }, ...buyerIds.map(ofBuyer), ...offerIds.map(ofOffer), ...sourceIds.map(ofSource)];
}

function without(part: CallPart, earlier: readonly CallPart[]): CallPart {
  if ("ids" in part || earlier.length === 0) return part;
  return { where: Prisma.sql`${part.where} and ${inAnyOf(earlier)} is not true` };
}

function inAnyOf(parts: readonly CallPart[]): Prisma.Sql {
  const conditions = parts.map((part) =>
    "ids" in part ? Prisma.sql`c.id = any(${[...part.ids]}::bigint[])` : part.where,
  );
  return Prisma.sql`(${Prisma.join(conditions, " or ")})`;
}

/** The calls that a filter names by an external ID or by what refers to them; null if it names none so. */
async function readNamedIds(tx: SqlTx, { externalId, changedSince, hasInbox }: CallFilter): Promise<number[] | null> {
  const sets = await Promise.all([
    ...(externalId === undefined ? [] : [readIdsOfExternal(tx, externalId)]),
    ...(changedSince ? [readChangedIds(tx, changedSince)] : []),
    ...(hasInbox === true ? [readWaitingIds(tx)] : []),
  ]);
  const [first, ...others] = sets;
  return first ? [...first].filter((id) => others.every((other) => other.has(id))) : null;
}

async function readIdsOfExternal(tx: SqlTx, externalId: string): Promise<Set<number>> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    select c.id from call c where c.company_id = ${tx.company} and c.external_id = ${externalId}
    limit ${CALLS_AT_MOST}::integer`;
  return new Set(rows.map(({ id }) => Number(id)));
}

async function readChangedIds(tx: SqlTx, since: Date): Promise<Set<number>> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    (select f.call_id as id from feed f where f.company_id = ${tx.company} and f.changed_at >= ${since}::timestamptz
      order by f.changed_at desc limit ${CALLS_AT_MOST + 1})
    union all
    (select q.call_id from feed_queue q where q.company_id = ${tx.company} and q.changed_at >= ${since}::timestamptz
      limit ${CALLS_AT_MOST + 1})`;
  if (rows.length > CALLS_AT_MOST)
    throw new Invalid({
      changed_since: "There were more than 10,000 changes since then. Enter a later time, or read GET /changes.",
    });
  return new Set(rows.map(({ id }) => Number(id)));
}

async function readWaitingIds(tx: SqlTx): Promise<Set<number>> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    select distinct i.call_id as id from inbox i
    where i.company_id = ${tx.company} and i.resolved_at is null and i.call_id is not null limit ${CALLS_AT_MOST + 1}`;
  if (rows.length > CALLS_AT_MOST)
    throw new Invalid({ has_inbox: "More than 10,000 calls have open items. Read GET /inbox instead." });
  return new Set(rows.map(({ id }) => Number(id)));
}
