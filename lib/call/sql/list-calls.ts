import { Invalid } from "@/lib/base/errors";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { CallFilter } from "../domain/call-filter";
import { type CallOrder, type CallPosition, comparePositions, type SortKey } from "../domain/call-order";
import { CALLS_AT_MOST, type CallPart, type CallParts, readCallParts } from "./call-parts";
import { type CallView, readCallViews } from "./call-view";
import { allOf, CONNECTED } from "./filter-conditions";
import { inOrder, readScanEnd, type ScanRange, scanCalls } from "./scan-calls";

export type PageOrder = CallOrder & { readonly after?: CallPosition | undefined; readonly limit: number };
export type CallViewPage = { readonly views: CallView[]; readonly end: CallPosition | null };

/**
 * A page of calls and the position where it ends, null at the end of the list. Keyset pages: new calls do not shift them.
 * In order of start, a page looks through 10,000 calls at most and may have fewer than `limit`.
 */
export async function listCallViews(tx: SqlTx, filter: CallFilter, order: PageOrder): Promise<CallViewPage> {
  const parts = await readCallParts(tx, filter);
  const { positions, end } =
    order.key === "started_at"
      ? await inOrderOfStart(tx, filter, parts, order)
      : await sorted(tx, filter, parts, order);
  const views = await readCallViews(
    tx,
    positions.map(({ id }) => id),
    { deciders: false },
  );
  return { views: positions.flatMap(({ id }) => views.get(id) ?? []), end };
}

type Page = { readonly positions: CallPosition[]; readonly end: CallPosition | null };

/** Merges the parts up to where the first of them was not looked through any further. */
async function inOrderOfStart(tx: SqlTx, filter: CallFilter, { parts, conditions }: CallParts, order: PageOrder) {
  const range: ScanRange = { ...filter, descending: order.descending, after: order.after };
  const scanned = await Promise.all(parts.map((part) => scanPart(tx, part, conditions, range, order.limit)));
  const ends = scanned.flatMap(({ end }) => end ?? []).sort((one, other) => comparePositions(order, one, other));
  const [first] = ends;
  const positions = scanned
    .flatMap((part) => part.positions)
    .filter((position) => !first || comparePositions(order, position, first) <= 0)
    .sort((one, other) => comparePositions(order, one, other));
  return pageOf(positions, order.limit, first ?? null);
}

function pageOf(positions: readonly CallPosition[], limit: number, end: CallPosition | null): Page {
  const page = positions.slice(0, limit);
  return { positions: page, end: positions.length > limit ? (page.at(-1) ?? null) : end };
}

async function scanPart(
  tx: SqlTx,
  part: CallPart,
  conditions: readonly Prisma.Sql[],
  range: ScanRange,
  limit: number,
): Promise<Page> {
  const rows = await tx.$queryRaw<{ started_at: Date; id: bigint }[]>`
    select c.started_at, c.id from (${scanCalls(tx, part, range)}) c where ${allOf(conditions)}
    order by ${inOrder(range)} limit ${limit + 1}::integer`;
  const positions = rows.map(({ started_at, id }) => ({ key: started_at.getTime(), id: Number(id) }));
  const isPage = rows.length > limit || conditions.length === 0;
  return { positions, end: isPage ? null : await readScanEnd(tx, part, range) };
}

const VALUES: Readonly<Record<Exclude<SortKey, "started_at">, Prisma.Sql>> = {
  connected_seconds: CONNECTED,
  revenue: Prisma.sql`c.revenue_minor`,
  payout: Prisma.sql`c.payout_minor`,
};

/** Sorts by a value without an index, so only as many calls as one page may look through. */
async function sorted(
  tx: SqlTx,
  filter: CallFilter,
  { parts, conditions }: CallParts,
  order: PageOrder,
): Promise<Page> {
  const { key, descending, after, limit } = order;
  const range: ScanRange = { ...filter, descending: true };
  const value = key === "started_at" ? Prisma.sql`0` : VALUES[key];
  const [direction, beyond] = descending ? [Prisma.sql`desc`, Prisma.sql`<`] : [Prisma.sql`asc`, Prisma.sql`>`];
  const isAfter = after
    ? Prisma.sql`(${value}, c.id) ${beyond} (${after.key}::bigint, ${after.id}::bigint)`
    : Prisma.sql`true`;
  const scanned = await Promise.all(
    parts.map(async (part) => {
      const rows = await tx.$queryRaw<{ key: bigint; id: bigint }[]>`
        select (${value})::bigint as key, c.id from (${scanCalls(tx, part, range)}) c
        where ${allOf(conditions)} and ${isAfter} order by ${value} ${direction}, c.id ${direction} limit ${limit + 1}::integer`;
      if (await readScanEnd(tx, part, range, CALLS_AT_MOST + 1)) throw new Invalid({ sort: TOO_MANY });
      return rows.map((row) => ({ key: Number(row.key), id: Number(row.id) }));
    }),
  );
  return pageOf(
    scanned.flat().sort((one, other) => comparePositions(order, one, other)),
    limit,
    null,
  );
}

const TOO_MANY =
  "This order takes at most 10,000 calls. Narrow them with started_from and started_until, or sort by started_at.";
