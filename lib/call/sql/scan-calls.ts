import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { CallFilter } from "../domain/call-filter";
import type { CallPosition } from "../domain/call-order";
import { CALLS_AT_MOST, type CallPart } from "./call-parts";

export type StartRange = Pick<CallFilter, "startedFrom" | "startedUntil">;

/** Which of a part's calls are looked through: those in a range of starts, from one end, after a position. */
export type ScanRange = StartRange & {
  readonly descending: boolean;
  readonly after?: CallPosition | undefined;
};

/** The rows of `call` that a part looks through, at most as many as a page may, in order of start. Named calls are read by their keys. */
export function scanCalls(tx: SqlTx, part: CallPart, range: ScanRange): Prisma.Sql {
  if ("ids" in part) return namedCalls(tx, part.ids, range);
  return Prisma.sql`
    select c.* from call c where c.company_id = ${tx.company} and ${part.where} and ${inRange(range)}
    order by ${inOrder(range)} limit ${CALLS_AT_MOST}::integer`;
}

/** The same in no order. */
export function collectCalls(tx: SqlTx, part: CallPart, range: StartRange, limit: number): Prisma.Sql {
  if ("ids" in part) return namedCalls(tx, part.ids, range);
  return Prisma.sql`
    select c.* from call c where c.company_id = ${tx.company} and ${part.where} and ${inRange(range)}
    limit ${limit}::integer`;
}

function namedCalls(tx: SqlTx, ids: readonly number[], range: StartRange): Prisma.Sql {
  return Prisma.sql`
    select c.* from unnest(${[...ids]}::bigint[]) as wanted(id)
    cross join lateral (
      select * from call where call.company_id = ${tx.company} and call.id = wanted.id offset 0
    ) c
    where ${inRange(range)}`;
}

/** The last call of a full scan; null if the scan reaches the end of the part. */
export async function readScanEnd(
  tx: SqlTx,
  part: CallPart,
  range: ScanRange,
  limit = CALLS_AT_MOST,
): Promise<CallPosition | null> {
  if ("ids" in part) return null;
  const [row] = await tx.$queryRaw<{ started_at: Date; id: bigint }[]>`
    select c.started_at, c.id from call c where c.company_id = ${tx.company} and ${part.where} and ${inRange(range)}
    order by ${inOrder(range)} offset ${limit - 1}::integer limit 1`;
  return row ? { key: row.started_at.getTime(), id: Number(row.id) } : null;
}

export function inOrder({ descending }: Pick<ScanRange, "descending">): Prisma.Sql {
  return descending ? Prisma.sql`c.started_at desc, c.id desc` : Prisma.sql`c.started_at, c.id`;
}

function inRange({ startedFrom, startedUntil, after, descending }: StartRange & Partial<ScanRange>): Prisma.Sql {
  const beyond = descending ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(startedFrom ? [Prisma.sql`c.started_at >= ${startedFrom}::timestamptz`] : []),
      ...(startedUntil ? [Prisma.sql`c.started_at < ${startedUntil}::timestamptz`] : []),
      ...(after
        ? [Prisma.sql`(c.started_at, c.id) ${beyond} (${new Date(after.key)}::timestamptz, ${after.id}::bigint)`]
        : []),
    ],
    " and ",
  );
}
