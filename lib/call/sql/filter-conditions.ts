import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { CallFilter } from "../domain/call-filter";

/** As `withDerivedSeconds` derives them; -1 for calls that were never connected. */
export const CONNECTED = Prisma.sql`coalesce(c.connected_seconds,
  least(floor(extract(epoch from c.ended_at - c.answered_at))::integer, c.duration_seconds), -1)`;

/** The filters as conditions on `c`, a row of `call`; without those that only lead to calls by their ids. */
export function filterConditions(tx: SqlTx, filter: CallFilter): Prisma.Sql[] {
  const { buyerIds, mechanism, state, tokens, hasInbox } = filter;
  return [
    ...whereSet(filter.buyerId, (id) => Prisma.sql`c.buyer_id = ${id}::bigint`),
    ...whereSet(buyerIds, (ids) => Prisma.sql`c.buyer_id = any(${[...ids]}::bigint[])`),
    ...whereSet(filter.offerId, (id) => Prisma.sql`c.offer_id = ${id}::bigint`),
    ...whereSet(filter.trafficSourceId, (id) => Prisma.sql`c.traffic_source_id = ${id}::bigint`),
    ...whereSet(filter.buyerConverted, (is) => Prisma.sql`c.buyer_converted = ${is}`),
    ...whereSet(filter.offerConverted, (is) => Prisma.sql`c.offer_converted = ${is}`),
    ...whereSet(filter.eitherConverted, (is) => Prisma.sql`(c.buyer_converted or c.offer_converted) = ${is}`),
    ...whereSet(mechanism, (name) => Prisma.sql`(c.buyer_mechanism = ${name} or c.offer_mechanism = ${name})`),
    ...whereSet(state, (name) => Prisma.sql`${IS_IN_PROGRESS} = ${name === "in_progress"}`),
    ...whereSet(filter.connectedMin, (seconds) => Prisma.sql`${CONNECTED} >= ${seconds}::integer`),
    ...whereSet(filter.connectedMax, (seconds) => Prisma.sql`${CONNECTED} between 0 and ${seconds}::integer`),
    ...whereSet(filter.revenueMin, (minor) => Prisma.sql`c.revenue_minor >= ${minor.toString()}::bigint`),
    ...whereSet(filter.revenueMax, (minor) => Prisma.sql`c.revenue_minor <= ${minor.toString()}::bigint`),
    ...Object.entries(tokens ?? {}).map((token) => hasToken(tx, token)),
    ...whereSet(
      hasInbox,
      (has) => Prisma.sql`exists (
      select from inbox i where i.company_id = ${tx.company} and i.call_id = c.id and i.resolved_at is null) = ${has}`,
    ),
  ];
}

export function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join([...conditions], " and ");
}

const IS_IN_PROGRESS = Prisma.sql`(c.ended_at is null and c.duration_seconds is null)`;

/** A scalar subquery reads by key; of `exists` the planner would make a join that reads all tokens. */
function hasToken(tx: SqlTx, [name, value]: readonly [string, string]): Prisma.Sql {
  return Prisma.sql`(
    select p.tokens ->> ${name} from call_person p where p.company_id = ${tx.company} and p.call_id = c.id) = ${value}`;
}

function whereSet<T>(value: T | undefined, condition: (value: T) => Prisma.Sql): Prisma.Sql[] {
  return value === undefined ? [] : [condition(value)];
}
